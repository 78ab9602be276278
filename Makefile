# make demo   install, build the example repository, open the app on it
# make test   install, then lint, types, layers and all tests (with CI=true also the slow and the hostile ones)
# make fuzz   try the laws on 3,000 chance inputs each (ARGS=tests/domain for one folder)
# make hostile  try all that is done to a repository that is not to be trusted, and print a table of it
# make check  lint, types and layers only
# make pictures  take the pictures in docs/pictures from the real app on the example repository
# make wheel  build dist/reviewtui-….whl, to be installed by pipx or uv
# make bench  print what is measured: diff, anchors, app and record, each beside a peer
# make audit  report what is publicly known against the pinned packages; needs the network, and is never a test
# make docs   write the pages that are made from the program: docs/commands.md, docs/keys.md, docs/plain.md, the folders
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEMO ?= demo
STANDARD ?= ../shared/data/standard.bundle
WORKERS ?= 2

.PHONY: demo test hostile fuzz check format docs pictures wheel bench audit clean

demo: $(STAMP)
	@if [ -e "$(DEMO)/.git" ]; then $(BIN)/reviewtui -C "$(DEMO)"; else $(BIN)/reviewtui demo "$(DEMO)"; fi

test: check
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup $(if $(filter true,$(CI)),--hostile,-m "not slow") $(ARGS)

hostile: $(STAMP)
	$(BIN)/python -m pytest -n $(WORKERS) --hostile $(shell $(BIN)/python -m tests.hostile.table)

fuzz: $(STAMP)
	FUZZ=1 $(BIN)/python -m pytest -n $(WORKERS) -m hypothesis $(or $(ARGS),tests)

check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(STAMP)
	$(BIN)/python docs/list_rooms.py
	$(BIN)/python docs/make_pages.py

wheel: $(STAMP)
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --no-build-isolation -w dist .

bench: $(STAMP)
	$(BIN)/python benchmarks/diff.py "$(STANDARD)"
	$(BIN)/python benchmarks/anchors.py "$(STANDARD)"
	$(BIN)/python benchmarks/markdown.py "$(STANDARD)"
	$(BIN)/python benchmarks/app.py "$(STANDARD)"
	$(BIN)/python benchmarks/record.py
	$(BIN)/python benchmarks/git_children.py
	$(BIN)/python benchmarks/versions.py

audit:
	$(PYTHON) -m venv $(VENV)-audit
	$(VENV)-audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	-$(VENV)-audit/bin/python -m pip_audit --require-hashes --disable-pip -r requirements.txt

pictures: $(STAMP)
	$(BIN)/python docs/make_pictures.py
	$(BIN)/python docs/make_page_picture.py

$(STAMP): pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit("reviewtui needs Python 3.11 or newer; say which: make PYTHON=python3.12 ...") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

clean:
	rm -rf $(VENV) $(VENV)-audit $(DEMO) $(DEMO)-shared.git .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
