from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article, canonical
from corpus.files import MAX_BYTES, Problem, article_files, read_file, read_folder

GOOD = """---
title: A title
published: 2024-05-01
source: The Paper
url: https://example.org/a
authors: [Ann, Bo]
---
First words.
"""


def read(path: Path) -> Article:
    found = read_file(path)
    assert isinstance(found, Article), found
    return found


def refused(path: Path) -> str:
    found = read_file(path)
    assert isinstance(found, Problem), found
    assert str(path) in str(found)
    assert "\n" not in str(found)
    return found.message


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_front_matter_becomes_fields(tmp_path: Path) -> None:
    article = read(written(tmp_path, "one.md", GOOD))
    assert article == Article(
        id="one",
        title="A title",
        text="First words.",
        published=date(2024, 5, 1),
        source="The Paper",
        url="https://example.org/a",
        authors=("Ann", "Bo"),
    )


def test_an_id_is_the_path_below_the_collection(tmp_path: Path) -> None:
    path = written(tmp_path, "2024/may/one.txt", "Words.")
    found = read_file(path, tmp_path)
    assert isinstance(found, Article)
    assert found.id == "2024/may/one"


def test_markdown_is_read_as_a_reader_sees_it(tmp_path: Path) -> None:
    body = (
        "# The *headline*\n\nHe said **no** to [them](http://x.y), wrapped\nonce.\n\n- one\n- two & three\n\n"
        "3. third\n\n> Quoted.\n\n<b>tag</b> &amp; `code`\n\n![a picture](x.png)\n"
    )
    article = read(written(tmp_path, "one.md", body))
    assert article.title == "The headline"
    assert article.text == (
        "He said no to them, wrapped once.\n\n- one\n\n- two & three\n\n3. third\n\nQuoted.\n\n<b>tag</b> & code"
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A headline\n\nThe text.", "A headline"),
        ("A sentence.\n\nThe text.", "My file name"),
        ("Only words", "My file name"),
    ],
)
def test_plain_text_has_a_headline_or_is_called_like_its_file(tmp_path: Path, text: str, title: str) -> None:
    article = read(written(tmp_path, "my-file_name.txt", text))
    assert article.title == title
    assert article.text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le café était “fermé” — 5 €.", "utf-8"),
        ("Le café était “fermé” — 5 €.", "utf-8-sig"),
        ("Le café était “fermé” — 5 €.", "utf-16"),
        ("Le café était “fermé” — 5 €.", "utf-32"),
        ("Le café était “fermé” — 5 €.", "cp1252"),
        ("Премьер-министр поблагодарил Камбоджу за помощь гражданам, сообщило министерство. " * 3, "cp1251"),
        ("日本の首相はカンボジアに感謝した。日本の首相はカンボジアを訪れた。" * 3, "shift_jis"),
    ],
)
def test_encodings_are_told_apart(tmp_path: Path, text: str, encoding: str) -> None:
    assert read(written(tmp_path, "one.txt", text.encode(encoding))).text == text.strip()


def test_what_is_no_article_is_refused_by_name(tmp_path: Path) -> None:
    assert "is empty" in refused(written(tmp_path, "empty.md", ""))
    assert "is empty" in refused(written(tmp_path, "blank.txt", " \n\n"))
    assert "no text below" in refused(written(tmp_path, "head.md", "---\ntitle: x\n---\n"))
    assert "is not text" in refused(written(tmp_path, "picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00"))
    assert "is not text" in refused(written(tmp_path, "program.txt", bytes(range(1, 32)) * 9 + b"\xff"))
    assert "encoding" in refused(written(tmp_path, "odd.txt", b"caf\x81 \x8d\x8f"))
    assert "encoding" in refused(written(tmp_path, "half.txt", b"\xff\xfea\x00b"))
    assert "is not there" in refused(tmp_path / "nowhere.md")
    assert "published date" in refused(written(tmp_path, "date.md", "---\npublished: soon\n---\nWords."))
    assert "web address" in refused(written(tmp_path, "url.md", "---\nurl: javascript:alert(1)\n---\nWords."))


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert refused(path) == "holds 50 MB; an article may have up to 10. Split it."
    assert MAX_BYTES == 10_000_000


@pytest.mark.parametrize(
    "matter", ["title: [unclosed", "title: a: b: c", "\tx: 1", "a: &x [*x, *x", "- just\n- a list"]
)
def test_front_matter_that_does_not_parse_is_refused(tmp_path: Path, matter: str) -> None:
    assert "front matter" in refused(written(tmp_path, "bad.md", f"---\n{matter}\n---\nWords."))


def test_a_title_with_a_colon_needs_quotes(tmp_path: Path) -> None:
    said = refused(written(tmp_path, "bad.md", "---\ntitle: Theft: nurse admits it\n---\nWords."))
    assert said == ('has front matter that does not parse near line 2. Put "quotes" around what has a colon inside.')
    article = read(written(tmp_path, "good.md", '---\ntitle: "Theft: nurse admits it"\n---\nWords.'))
    assert article.title == "Theft: nurse admits it"


def test_front_matter_cannot_blow_up_or_run_anything(tmp_path: Path) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{new}: &{new} [*{old},*{old},*{old},*{old},*{old},*{old},*{old},*{old},*{old}]\n"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    article = read(written(tmp_path, "bomb.md", f"---\n{bomb}title: *i\nauthors: *i\n---\nWords."))
    assert (article.title, article.authors) == ("Bomb", ())
    assert "front matter" in refused(
        written(tmp_path, "run.md", "---\ntitle: !!python/object/apply:os.system [echo]\n---\nWords.")
    )


def test_a_number_of_thousands_of_digits_is_no_title(tmp_path: Path) -> None:
    article = read(written(tmp_path, "big.md", f"---\ntitle: 0x{'f' * 9000}\n---\nWords."))
    assert article.title == "Big"


def test_a_name_that_cannot_be_shown_is_told_in_one_line(tmp_path: Path) -> None:
    problem = read_file(written(tmp_path, "a\nb\x1b[31m.txt", "Words."))
    assert str(problem) == f"{tmp_path}/a?b?[31m.txt: has a name with characters that cannot be shown. Rename it."


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=200).map(lambda text: f"---\n{text}\n---\n{text}".encode("utf-8", "replace")),
        st.text(alphabet="-:[]{}&*!|>#'\"\n\t ab1\u00e9", max_size=120).map(lambda t: f"---\n{t}\n---\n{t}".encode()),
    )
)
@pytest.mark.parametrize("name", ["any.md", "any.txt"])
def test_whatever_a_file_holds_it_is_an_article_or_a_problem(tmp_path: Path, name: str, content: bytes) -> None:
    found = read_file(written(tmp_path, name, content))
    if isinstance(found, Article):
        assert found.text == canonical(found.text) != ""
        assert found.title == canonical(found.title)
        assert found.text.encode()
    else:
        assert "\n" not in str(found)


def test_two_files_with_one_id_are_told_and_the_first_is_kept(tmp_path: Path) -> None:
    written(tmp_path, "same.md", "From markdown.")
    written(tmp_path, "same.txt", "From text.")
    written(tmp_path, "other.txt", "Other.")
    found = list(read_folder(tmp_path))
    assert [item.text for item in found if isinstance(item, Article)] == ["Other.", "From markdown."]
    (problem,) = [item for item in found if isinstance(item, Problem)]
    assert str(problem) == f"{tmp_path / 'same.txt'}: has the same id, same, as same.md: rename one of the two."


def test_hidden_files_and_other_kinds_are_left_alone(tmp_path: Path) -> None:
    for name in (".hidden.md", ".git/one.md", "photo.jpg", "notes.pdf", "deep/er/one.MD", "two.txt"):
        written(tmp_path, name, "Words.")
    assert [path.name for path in article_files(tmp_path)] == ["one.MD", "two.txt"]


def test_a_link_to_nowhere_and_a_folder_named_like_an_article_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to(tmp_path / "missing")
    (tmp_path / "folder.md").mkdir()
    written(tmp_path, "good.md", "Words.")
    found = list(read_folder(tmp_path))
    assert [type(item) for item in found] == [Problem, Article]
