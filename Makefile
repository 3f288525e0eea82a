# Everything is installed into .venv and .cache in this folder, nothing elsewhere.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN  := $(VENV)/bin
PIP   = $$( [ -x $(BIN)/pip ] && echo $(BIN)/python -m pip || echo $(PYTHON) -m pip --python $(BIN)/python ) --disable-pip-version-check

.PHONY: help demo test check bench pages picture clean

help:
	@echo "make demo     write the board packet of the Haverhill plan"
	@echo "make test     run the tests"
	@echo "make check    format, lint, types, tests, and our own examples"
	@echo "make bench    measure the speed against the budgets"
	@echo "make pages    write the generated pages and schemas again"
	@echo "make picture  take the picture in the README again"
	@echo "make clean    remove .venv and .cache"

demo: $(VENV)/.run
	$(BIN)/planctl validate examples/haverhill --as-of 2024-11-01
	$(BIN)/planctl status examples/haverhill --as-of 2024-11-01
	$(BIN)/planctl report examples/haverhill --cycle mid-year --as-of 2024-11-01 --format html --output packet.html

test: $(VENV)/.test
	$(BIN)/python -m pytest -n 2 --cov

check: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --cov
	$(BIN)/planctl validate examples --as-of 2024-11-01

bench: $(VENV)/.test
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/observations.py

pages: $(VENV)/.run
	$(BIN)/python tools/make_pages.py

picture: $(VENV)/.test
	$(BIN)/python tools/make_picture.py

clean:
	rm -rf $(VENV) .cache

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "planctl needs Python 3.11 or later. Try: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("planctl needs Python 3.11 or later. Try: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)")'
	$(PYTHON) -m venv $(VENV) 2>/dev/null || $(PYTHON) -m venv --clear --without-pip $(VENV)

# Debian without python3-venv has no ensurepip: the outer pip then installs into the
# environment (pip 22.3 or later).
$(VENV)/.run: $(BIN)/python pyproject.toml constraints.txt
	$(PIP) install --quiet -c constraints.txt -e .
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(PIP) install --quiet -c constraints.txt -e '.[test]'
	@touch $@
