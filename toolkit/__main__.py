"""``python -m toolkit`` is ``vje``."""

from toolkit.cli import main

main()
