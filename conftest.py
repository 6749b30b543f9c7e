"""The tests hear English, whatever language the machine that runs them speaks."""

from __future__ import annotations

import os

for _name in ("LANGUAGE", "LC_MESSAGES", "LANG"):
    os.environ.pop(_name, None)
os.environ["LC_ALL"] = "C.UTF-8"
