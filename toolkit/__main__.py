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


def main() -> None:
    """Run ``vje`` and exit."""
    asked, arguments = split(sys.argv[1:])
    choose(asked or wanted(os.environ))
    words = arguments[1:]
    if arguments[:1] == ["lookup"] and words and not any(word.startswith("-") for word in words):
        # Nothing is thrown away before the answer is out, so nobody needs to look for it
        gc.disable()
        from toolkit.glossary.lookup.quick import answer  # noqa: PLC0415 - one of the two ways is taken

        if answer(" ".join(words)):
            sys.exit(0)
        gc.enable()
    # An empty answer and every error are told in one place
    from toolkit.cli import main as run  # noqa: PLC0415

    run()


if __name__ == "__main__":
    main()
