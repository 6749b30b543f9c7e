"""Finding names in a text: what a stretch of it may mean, and which of the names that touch each other counts."""
