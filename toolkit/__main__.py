"""
The command ``vje``, also ``python -m toolkit``.

A question without options (``vje lookup Hà Nội``) needs no parser of options, which would take longer than the answer;
everything else goes to :mod:`toolkit.cli`.
"""

from __future__ import annotations

import gc
import os
import sys

from toolkit.ui import choose, split, wanted

#: So many things may be made before anybody looks for those that are no longer needed; see :mod:`gc`.
_PATIENCE = 100_000


def main() -> None:
    """Run ``vje`` and exit."""
    asked, arguments = split(sys.argv[1:])
    choose(asked or wanted(os.environ))
    words = arguments[1:]
    # A glossary is many things, none of which is thrown away: to look them through again and again is a tenth of a run
    gc.set_threshold(_PATIENCE, 50, 50)
    if arguments[:1] == ["lookup"] and words and not any(word.startswith("-") for word in words):
        from toolkit.glossary.lookup.quick import answer  # noqa: PLC0415 - one of the two ways is taken

        if answer(" ".join(words)):
            sys.exit(0)
    # An empty answer and every error are told in one place
    from toolkit.cli import main as run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    main()
