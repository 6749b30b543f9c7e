"""
``make messages``: bring the catalogs of the program's own messages up to date, and compile them.

The template is extracted anew, the catalogs of the languages follow it. A translation whose message has gone is kept
as obsolete and comes back with it; a changed message is a new one and starts empty, since a guess that nobody looked
at is worse than English. References name files without lines, so that moving code does not touch the catalogs.

With ``--check`` nothing is written; exit code 1 says that something is not as it would be written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools.messages.update import ROOT, update

if __name__ == "__main__":
    stale = update(ROOT, write="--check" not in sys.argv)
    for path, why in stale:
        print(f"{path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}: {why}", file=sys.stderr)
    sys.exit(1 if stale and "--check" in sys.argv else 0)
