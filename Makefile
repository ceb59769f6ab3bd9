# What a person types: `make demo`, `make test`. Everything installs into $(VENV) with pinned versions.

PYTHON ?= python3
VENV ?= .venv
LOWEST ?= .venv-lowest
BIN := $(VENV)/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check
WORKERS ?= 2

ARTICLE := corpora/summit/article.txt
DOCUMENTS := corpora/summit/documents.jsonl
CORPUS := build/summit.ccdb
PUBLISHED := 2023-02-13

.PHONY: help demo test lint format docs bench lowest dist constraints clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("claimcheck needs Python 3.11 or newer; set PYTHON=") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)

# A stamp for each set of extras: reinstalled only when what is declared or pinned changes.
$(VENV)/installed-%: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) -e '.[$*]' -c constraints.txt
	@touch $@

demo: $(VENV)/installed-cli ## check the summit article against its corpus; print the report, write demo.html
	@mkdir -p build && rm -f $(CORPUS) $(CORPUS)-wal $(CORPUS)-shm
	$(BIN)/claimcheck corpus build $(CORPUS) $(DOCUMENTS)
	@# Exit status 1 says that something is inconsistent, which is what the demo shows.
	$(BIN)/claimcheck check $(ARTICLE) --corpus $(CORPUS) --published $(PUBLISHED) --output demo.html || [ $$? -eq 1 ]
	$(BIN)/claimcheck check $(ARTICLE) --corpus $(CORPUS) --published $(PUBLISHED) || [ $$? -eq 1 ]
	@echo "The same as a page: demo.html"

test: $(VENV)/installed-dev ## run the tests and doctests
	$(BIN)/python -m pytest -n $(WORKERS)

lint: $(VENV)/installed-dev ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/installed-dev ## let ruff format and fix
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(VENV)/installed-docs $(VENV)/installed-cli ## build the documentation, warnings are errors
	$(BIN)/sphinx-build -W --keep-going -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

bench: $(VENV)/installed-dev ## throughput as shares of bare tokenisation
	$(BIN)/python -m benchmarks

lowest: ## run the tests against the lowest versions that are declared
	@mkdir -p build
	[ -x $(LOWEST)/bin/python ] || $(PYTHON) -m venv $(LOWEST)
	$(LOWEST)/bin/python tools/lowest.py > build/lowest.txt
	$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check -e '.[cli,testing]' pytest jsonschema babel pint -c build/lowest.txt
	$(LOWEST)/bin/python -m pytest

dist: $(VENV)/installed-dev ## build wheel and sdist, and try the wheel with core dependencies alone
	rm -rf dist build/core && $(PIP) build -c constraints.txt && $(BIN)/python -m build --outdir dist
	$(PYTHON) -m venv build/core
	build/core/bin/python -m pip install --quiet --disable-pip-version-check dist/*.whl -c constraints.txt
	cd build && core/bin/python -I ../tools/try_core.py

constraints: ## pin anew everything that the project installs
	rm -rf build/pins && $(PYTHON) -m venv build/pins
	build/pins/bin/python -m pip install --quiet --disable-pip-version-check '.[dev,docs]' build
	{ sed -n '/^#/p' constraints.txt; build/pins/bin/python -m pip freeze --exclude claimcheck-ar; } > build/constraints.txt
	mv build/constraints.txt constraints.txt

clean: ## remove what was built, not the environment
	rm -rf build dist docs/_build demo.html .pytest_cache .mypy_cache .ruff_cache .hypothesis
