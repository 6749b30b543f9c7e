"""The glossary as a page: search in three scripts, an entry for each concept, what became of what."""
