"""
Finding many strings in a text at once, and deciding whether a hit is a word.

This room knows automata, spellings and boundaries; what a string means is the glossary's business.
"""
