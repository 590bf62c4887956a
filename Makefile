# Every target sets up what it needs: uv into .tools, the locked libraries into .venv.
PYTHON ?= python3
CASES ?= tests/data/understanding
UV = PYTHONPATH=.tools $(PYTHON) -m uv
READY = .venv/.ready

.PHONY: run test check bench faults words understanding

run: $(READY)
	@.venv/bin/python -m assistant serve

test: $(READY)
	@$(MAKE) --no-print-directory check
	@.venv/bin/python -m pytest -q -n auto --dist loadgroup

check: $(READY)
	@.venv/bin/ruff format --check -q .
	@.venv/bin/ruff check -q .
	@.venv/bin/mypy

bench: $(READY)
	@.venv/bin/python -m tests.benchmarks

faults: $(READY)
	@.venv/bin/python -m tests.faults

words: $(READY)
	@.venv/bin/python -m assistant.catalogues

understanding: $(READY)
	@status=0; for file in $(CASES)/*.jsonl; do echo "$$file"; \
		.venv/bin/python -m assistant understand "$$file" || status=1; done; exit $$status

$(READY): requirements.lock
	@echo "Setting up (once, about half a minute): the tool uv ..."
	@test -d .tools/uv || $(PYTHON) -m pip install --quiet --disable-pip-version-check \
		--root-user-action=ignore --target .tools uv
	@echo "Setting up: the libraries, as locked ..."
	@test -d .venv || $(UV) venv --quiet --python $(PYTHON) .venv
	@$(UV) pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock
	@echo "Ready."
	@touch $(READY)
