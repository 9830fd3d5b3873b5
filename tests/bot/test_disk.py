"""A disk that is read-only or full, as a real file system, where this machine lets us mount one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 3 MB."""
    mount = shutil.which("mount")
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or mount is None:
        pytest.skip("mounting a small disk takes root")
    if subprocess.run([mount, "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], check=False).returncode:
        pytest.skip("this machine mounts nothing")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def clippings(corpus: Path, index: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    settings = {**os.environ, "CLIPPINGS_CORPUS": str(corpus), "CLIPPINGS_INDEX": str(index)}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)


def test_a_full_and_then_a_read_only_disk(disk: Path, tmp_path: Path) -> None:
    corpus, index = tmp_path / "corpus", disk / "index"
    corpus.mkdir()
    (corpus / "goat.txt").write_text("A goat ate the flag of Lervik.")
    assert clippings(corpus, index, "reembed").returncode == 0

    for number in range(30):
        words = "".join(f"Person {number} met person {i} on day {i}. " for i in range(40))
        (corpus / f"long{number}.txt").write_text(words)
    done = clippings(corpus, index, "reembed")
    assert done.returncode == 1
    assert done.stderr == (
        f"The index in {index}: the disk is full. Free some space and run the same command again; "
        "what was indexed is intact.\n"
    )
    asked = clippings(corpus, index, "ask", "What ate the flag?")
    assert "A goat ate the flag of Lervik." in asked.stdout, asked.stderr

    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    done = clippings(corpus, index, "reembed")
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert "cannot be written" in line
    asked = clippings(corpus, index, "ask", "What ate the flag?")
    assert "A goat ate the flag of Lervik." in asked.stdout, asked.stderr
    piped = subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        cwd=ROOT,
        env={**os.environ, "CLIPPINGS_CORPUS": str(corpus), "CLIPPINGS_INDEX": str(index)},
        input="What ate the flag?\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert "A goat ate the flag of Lervik." in piped.stdout
