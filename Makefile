# Two commands for a newcomer: `make demo` and `make test`. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: bench demo test test-poedit lint docs messages check-facts validate validate-exports clean test-browser screenshots

# What the command needs, and beside it what the tests need.
$(VENV)/.core: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/.ready: $(VENV)/.core
	$(BIN)/pip install --quiet --editable '.[dev]'
	touch $@

demo: $(VENV)/.core
	$(BIN)/python tools/demo.py

test: $(VENV)/.ready
	$(BIN)/pytest -n auto --dist loadfile

# The real Poedit under Xvfb; needs Debian's poedit xvfb xdotool xclip openbox dbus-x11 fonts-noto-cjk.
test-poedit: $(VENV)/.ready
	$(BIN)/python tests/poedit/run.py

# Speed beside peers, and how it grows: twenty minutes on a quiet machine; SMALL=--small takes a tenth of everything.
bench: $(VENV)/.ready
	$(BIN)/pip install --quiet --editable '.[bench]'
	$(BIN)/python benchmarks/bench.py $(SMALL)

docs: $(VENV)/.ready
	$(BIN)/python tools/print_cli.py
	$(BIN)/python tools/print_counts.py
	LC_ALL=C.UTF-8 $(BIN)/vje explain --format markdown > docs/checks.md

# The program's own messages: extract them, bring their catalogs up to date, compile these.
messages: $(VENV)/.ready
	$(BIN)/python -m tools.messages

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Debian's chromium and fonts-noto-cjk have to be installed.
test-browser: $(VENV)/.ready
	$(BIN)/pip install --quiet --editable '.[browser]'
	$(BIN)/pytest -o python_files='browser_*.py' -o 'norecursedirs=.*' tests/browser

screenshots: $(VENV)/.ready
	$(BIN)/pip install --quiet --editable '.[browser]'
	$(BIN)/python tools/screenshots.py

check-facts: $(VENV)/.ready
	$(BIN)/pip install --quiet --editable '.[facts]'
	$(BIN)/python tools/check_against_packages.py

validate:
	tools/validate.sh

# The official schemas come out of Debian's packages; nothing of them is installed.
validate-exports: $(VENV)/.ready
	tools/validate_exports.sh

clean:
	rm -rf $(VENV) demo
