"""The review report: source and translations side by side, with what was found at its place."""
