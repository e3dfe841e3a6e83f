# Two commands for a fresh machine: `make read` opens the reader, `make test` checks everything.
# Each sets up .venv by itself on first use, and again only when pyproject.toml has changed. Another Python has an environment
# of its own: `make test PYTHON=python3.13` works in .venv-3.13.

ifeq ($(origin PYTHON),undefined)
PYTHON := python3
VENV := .venv
else
VENV := .venv-$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
endif
BIN := $(VENV)/bin
STORY := tests/stories/test_story_
QUICK := tests/model tests/present tests/related tests/search/test_search_query.py tests/search/test_search_quotation_comparison.py \
	tests/test_config.py tests/test_keymap.py tests/test_readme.py \
	$(STORY)reading.py::test_brackets_step_from_quotation_to_quotation $(STORY)finding.py::test_both_door_quotations_are_found \
	$(STORY)searching.py::test_back_goes_on_through_the_list_of_results $(STORY)dossier.py::test_a_section_unfolds \
	$(STORY)copying.py::test_a_copy_is_a_citation_and_says_which_way_it_went $(STORY)welcome.py::test_the_note_is_shown_once
DEV_GROUP := import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")

.DEFAULT_GOAL := help
.PHONY: help read test quick format bench fuzz sizes pictures wheel clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

read: $(VENV)/installed ## open the reader on the four articles of seeds/
	@$(BIN)/cuttings seeds

test: $(VENV)/equipped ## check everything: format, lint, types, layers, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses auto

quick: $(VENV)/equipped ## check in a minute: format, lint, types, the pure tests, a story of each kind
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto $(QUICK)

format: $(VENV)/equipped ## put the code in order
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/equipped ## print every figure beside its bar
	$(BIN)/python -m bench

fuzz: $(VENV)/equipped ## read 50,000 damaged files of each format
	$(BIN)/python -m bench.fuzz

sizes: $(VENV)/equipped ## list what is long: files, classes, functions
	$(BIN)/python -m bench.sizes

pictures: $(VENV)/equipped ## draw the pictures of the README from the program
	$(BIN)/python -m bench.pictures

wheel: $(VENV)/equipped ## build dist/cuttings-*.whl
	$(BIN)/python -m hatchling build -t wheel

clean: ## remove all that these targets have made
	rm -rf .venv .venv-* build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "cuttings needs Python 3.11 or newer. Name one: make PYTHON=python3.12 read" >&2; exit 1; }
	@echo "Setting up $(VENV): about a minute, once."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/equipped: $(VENV)/installed
	$(BIN)/python -c '$(DEV_GROUP)' > $(VENV)/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement $(VENV)/dev.txt
	@touch $@
