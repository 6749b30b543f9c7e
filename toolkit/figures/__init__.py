"""Numbers and dates in running text."""
