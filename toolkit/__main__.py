"""
The command ``vje``, also ``python -m toolkit``.

What is asked most often (``vje lookup Hà Nội``, ``vje check a.po``) needs no parser of options, which would take as
long as the answer; everything else goes to :mod:`toolkit.cli`.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import os
import sys

from toolkit.ui import choose, split, wanted

#: So many things may be made before anybody looks for those that are no longer needed; see :mod:`gc`.
_PATIENCE = 100_000

#: Commands with a quick way (a function ``run`` from arguments to what to print and the exit code, or to None where the
#: long way has more to say), and whether it knows any option.
_QUICK = {"check": ("toolkit.report.quick", False), "lookup": ("toolkit.glossary.lookup.quick", True)}


def main() -> None:
    """Run ``vje`` and exit."""
    asked, arguments = split(sys.argv[1:])
    choose(asked or wanted(os.environ))
    # A glossary is many things, none of which is thrown away: to look them through again and again is a tenth of a run,
    # and to do so at the end, when the system takes everything back at once, another one
    gc.set_threshold(_PATIENCE, 50, 50)
    atexit.register(gc.freeze)
    module, optional = _QUICK.get(arguments[0], ("", False)) if arguments else ("", False)
    if module and (optional or not any(argument.startswith("-") for argument in arguments)):
        try:
            done = importlib.import_module(module).run(arguments[1:])
        except KeyboardInterrupt:
            sys.exit(1)  # as click does
        if done is not None:
            _print(done[0])
            sys.exit(done[1])
    # An empty answer and every error are told in one place
    from toolkit.cli import main as run  # noqa: PLC0415

    run()


def _print(text: str) -> None:
    if hasattr(sys.stdout, "reconfigure"):
        # A Windows console may still be cp1252: names must come out all the same
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    main()
