# Every target sets up what it needs: uv into .tools, the locked libraries into .venv.
PYTHON ?= python3
CASES ?= tests/data/understanding
UV = PYTHONPATH=.tools $(PYTHON) -m uv
UV_TOOL = .tools/uv/__init__.py
LOCK = $(UV) pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-header --no-annotate pyproject.toml
READY = .venv/.ready
DEVELOPING = .venv/.developing

.PHONY: run test tests check bench faults journey orders mutations words understanding lock

run: $(READY)
	@.venv/bin/python -m assistant serve

test: $(DEVELOPING)
	@$(MAKE) --no-print-directory -j 2 check tests

# What is compiled is kept, even where the surroundings say otherwise.
tests: $(DEVELOPING)
	@PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest -q -n auto

check: $(DEVELOPING)
	@.venv/bin/ruff format --check -q .
	@.venv/bin/ruff check -q .
	@.venv/bin/mypy

bench: $(DEVELOPING)
	@.venv/bin/python -m tests.benchmarks

faults: $(DEVELOPING)
	@.venv/bin/python -m tests.faults

orders: $(DEVELOPING)
	@.venv/bin/python -m tests.orders

# Two people from the first word to the last, in each language; writes docs/journey.md from one.
journey: $(DEVELOPING)
	@.venv/bin/python -m tests.journey

mutations: $(DEVELOPING)
	@.venv/bin/python -m tests.mutations

words: $(DEVELOPING)
	@.venv/bin/python -m assistant.rendering.catalogues
	@.venv/bin/python -m tests.words

understanding: $(READY)
	@status=0; for file in $(CASES)/*.jsonl; do echo "$$file"; \
		.venv/bin/python -m assistant understand "$$file" || status=1; done; exit $$status

# After a change of the dependencies in pyproject.toml; what is locked already stays as it is.
lock: | $(UV_TOOL)
	@$(LOCK) --output-file requirements.txt
	@$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

# Running takes the production libraries alone; they are installed beside those for development,
# where those are there already.
$(READY): requirements.txt | $(UV_TOOL) .venv/bin/python
	@echo "Setting up: the libraries, as locked ..."
	@$(UV) pip install --quiet --python .venv/bin/python --require-hashes -r requirements.txt
	@echo "Ready."
	@touch $(READY)

$(DEVELOPING): requirements-dev.txt | $(UV_TOOL) .venv/bin/python
	@echo "Setting up: the libraries and what the tests need, as locked ..."
	@$(UV) pip sync --quiet --python .venv/bin/python --require-hashes requirements-dev.txt
	@echo "Ready."
	@touch $(READY) $(DEVELOPING)

$(UV_TOOL):
	@echo "Setting up (once, less than a minute): the tool uv ..."
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
		--target .tools uv

.venv/bin/python: | $(UV_TOOL)
	@$(UV) venv --quiet --python $(PYTHON) .venv
