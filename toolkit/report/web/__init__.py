"""What all pages have in common: how they are put together, how they look, and what they say in three languages."""
