"""The glossary as CSV files: a row, the folders that hold it, and how a curator's pen changes one line of them."""
