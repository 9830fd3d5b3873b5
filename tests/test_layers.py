"""Imports point one way, bot -> retrieval -> corpus, and the heavy ones wait until they are needed."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ["corpus", "retrieval", "bot"]  # each may import those before it
HEAVY = ["torch", "faiss", "sentence_transformers", "transformers", "telegram", "nupunkt", "numpy", "spacy"]


def imported(path: Path) -> set[str]:
    """Every module that a file imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("layer", LAYERS)
def test_no_layer_knows_the_ones_above_it(layer: str) -> None:
    above = set(LAYERS[LAYERS.index(layer) + 1 :]) | {"tests", "benchmarks", "training"}
    files = list((ROOT / layer).rglob("*.py"))
    assert files
    for path in files:
        wrong = {name for name in imported(path) if name.split(".")[0] in above}
        assert not wrong, f"{path} imports {wrong}"


def test_the_telegram_library_stays_in_its_modules() -> None:
    knowing = {
        path.name for path in (ROOT / "bot").rglob("*.py") if "telegram" in {n.split(".")[0] for n in imported(path)}
    }
    assert knowing == {"application.py", "handlers.py", "buttons.py", "admin.py", "service.py", "network.py"}


def test_faiss_the_splitter_and_the_parser_each_have_one_door() -> None:
    doors = {"faiss": "vectors.py", "nupunkt": "sentences.py", "sqlite3": "database.py", "spacy": "parser.py"}
    for path in (ROOT / "retrieval").rglob("*.py"):
        for name in imported(path):
            door = doors.get(name.split(".")[0])
            assert door in (None, path.name), f"{path} imports {name}"


def loaded_by(code: str) -> set[str]:
    program = f"{code}\nimport sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_help_loads_nothing_heavy() -> None:
    run = "import sys; sys.argv = ['clippings', '--help']\nfrom bot.cli import main\n"
    run += "try: main()\nexcept SystemExit: pass"
    assert loaded_by(run).isdisjoint(HEAVY)


def test_listing_articles_loads_no_model_library() -> None:
    needed = "import bot.collection, bot.rendering, bot.doctor, retrieval.store, corpus.files"
    assert loaded_by(needed).isdisjoint({"torch", "faiss", "sentence_transformers", "transformers"})
