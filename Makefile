# One command each; `make setup` is done by the others when it is needed.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip
STAMP := .venv/.installed

.PHONY: setup chat test lint bench train lock
.DELETE_ON_ERROR:

setup: $(STAMP)

# pip is upgraded first: pip 23 silently drops extras written with an underscore.
# torch comes before the lock, without a hash, because its CPU builds differ from machine to machine.
$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
		{ echo "Clippings needs Python 3.11: install it, or say where it is: make PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { rm -rf .venv; echo "No venv module here. On Debian: apt-get install python3.11-venv"; exit 1; }
	$(PIP) install --quiet --upgrade pip==26.3
	$(PIP) install --quiet --no-deps torch==2.13.0
	$(PIP) install --quiet --no-deps --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-deps --editable .
	@touch $@

chat: setup
	@$(BIN)/clippings chat

test: setup
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: setup
	$(BIN)/python -m benchmarks.questions
	$(BIN)/python -m benchmarks.search
	$(BIN)/python -m benchmarks.speed

# Hours on a CPU, minutes on a GPU; stop it and start it again as you like. DATA: the folder with the question sets.
DATA ?= ../shared/data
train: setup
	$(BIN)/python -m training.train --data $(DATA)
	$(BIN)/python -m training.train --data $(DATA) --out training/run-8 --epochs 0.2 --eight-bits --start training/run/checkpoint.pt
	$(BIN)/python -m training.export --data $(DATA) --run training/run-8
	$(BIN)/python -m training.evaluate --data $(DATA) --onnx retrieval/weights/reader.onnx \
		--calibrate retrieval/weights/reader.json --plot training/risk_coverage.svg

# After a change to pyproject.toml. uv finds a torch file beside the registry through UV_FIND_LINKS. Of nomquamgender
# only the data are read: what its code needs is left out.
lock: setup
	$(PIP) install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --python-version 3.11 --generate-hashes \
		--no-emit-package torch --no-emit-package pandas --no-emit-package unidecode \
		--no-header --quiet --upgrade --output-file requirements.lock
