"""The catalogs of the program's own messages: extracted, followed, compiled."""
