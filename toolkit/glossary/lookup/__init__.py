"""Answering a question: a name in any spelling, the concepts it may mean, and how a terminal shows them."""
