"""What stands where a message has a placeholder, told to translators. A message may say it better in a comment."""

from __future__ import annotations

MEANINGS = {
    "path": "a file or a folder",
}
