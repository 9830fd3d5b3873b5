"""A file, or a folder of files, -> Articles. One bad file becomes a Problem; the others go on.

Reads .md (with front matter, turned into plain text) and .txt. Leaves out web pages and other formats.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from corpus.article import Article, canonical, paragraphs

SUFFIXES = frozenset({".md", ".txt"})
MAX_BYTES = 10_000_000  # a long book is 2 MB: what is larger is not a news article

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_GUESS_FROM = 64  # bytes outside ASCII; with fewer, statistics on letters guess worse than cp1252
# What text on the web is written in (the labels of the WHATWG Encoding Standard). Left to choose from all it
# knows, the guesser takes Russian for mac_cyrillic.
_GUESSES = [
    *("cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "iso8859_2", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp1257", "cp1258", "cp874", "cp866", "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr"),
]
_MAX_TITLE = 150  # characters: it goes in front of every passage that is embedded
_SENTENCE_END = (".", "!", "?", ":", ",", ";", "”", '"')


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that is no article, and one line for people that says why and what to do."""

    path: Path
    message: str
    article_id: str | None = None  # the article that this file would have been

    def __str__(self) -> str:
        path = "".join(char if char.isprintable() else "?" for char in str(self.path))
        return f"{path}: {self.message}"


class _NotAnArticleError(Exception):
    """Inside this module only: the reason a file is refused."""


def article_files(folder: Path) -> list[Path]:
    """Every .md and .txt file below the folder, in a fixed order; hidden files and folders are left out."""
    found = [
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and (path.is_file() or path.is_symlink())
    ]
    return sorted(found)


def article_id(path: Path, folder: Path) -> str:
    """The file's path below the folder, without its ending: the article's id."""
    return path.relative_to(folder).with_suffix("").as_posix()


def read_folder(folder: Path) -> Iterator[Article | Problem]:
    """Every article below the folder; a file that is none, or whose id is taken, as a Problem."""
    taken: dict[str, Path] = {}
    for path in article_files(folder):
        name = article_id(path, folder)
        if name in taken:
            # No article_id: the article of that id is the other file's.
            yield Problem(path, f"has the same id, {name}, as {taken[name].name}: rename one of the two.")
            continue
        taken[name] = path
        yield read_file(path, folder)


def read_file(path: Path, folder: Path | None = None) -> Article | Problem:
    """One file as an Article; `folder` is the collection its id is relative to (default: where it lies)."""
    name = article_id(path, folder or path.parent)
    try:
        raw = _read_bytes(path)
        if not name.isprintable():
            raise _NotAnArticleError("has a name with characters that cannot be shown. Rename it.")
        text = _decode(raw)
        if path.suffix.lower() == ".md":
            return _from_markdown(name, text)
        return _from_plain_text(name, text)
    except _NotAnArticleError as reason:
        return Problem(path, str(reason), article_id=name)


def _read_bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise _NotAnArticleError("is not there, or not a file. Check the path.")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise _NotAnArticleError(
                f"holds {size / 1e6:.0f} MB; an article may have up to {MAX_BYTES / 1e6:.0f}. Split it."
            )
        raw = path.read_bytes()
    except OSError as error:
        raise _NotAnArticleError(f"cannot be read ({error.strerror}). Check its permissions.") from error
    if not raw.strip():
        raise _NotAnArticleError("is empty. Put the article's text into it, or delete it.")
    return raw


def _decode(raw: bytes) -> str:
    """A byte order mark is believed; then UTF-8; then a guess where there is enough to guess from; then cp1252."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decoded(raw, encoding)
    if b"\x00" in raw:
        raise _NotAnArticleError("is not text (a picture or program?). Save the article as UTF-8 text.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if sum(byte >= 0x80 for byte in raw) >= _GUESS_FROM:
        from charset_normalizer import from_bytes

        if best := from_bytes(raw, cp_isolation=_GUESSES).best():
            return str(best)
    return _decoded(raw, "cp1252")


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        raise _NotAnArticleError("is in an encoding that could not be told. Save it as UTF-8.") from None
    odd = sum(char < " " and char not in "\t\n\r\f" for char in text)
    if odd > len(text) // 100:
        raise _NotAnArticleError("is not text (a picture or program?). Save the article as UTF-8 text.")
    return text


def _from_markdown(name: str, text: str) -> Article:
    fields, body = _front_matter(text)
    heading, plain = _plain_text(body)
    content = _content(plain)
    title = (_one_line(fields.get("title")) or heading or _title_from_name(name))[:_MAX_TITLE]
    return Article(
        id=name,
        title=canonical(title),
        text=content,
        published=_published(fields.get("published")),
        source=_one_line(fields.get("source")) or None,
        url=_url(fields.get("url")),
        authors=_authors(fields.get("authors")),
    )


def _front_matter(text: str) -> tuple[dict[str, object], str]:
    """What stands between the --- lines at the top, and the rest."""
    import yaml
    from frontmatter.default_handlers import YAMLHandler

    handler = YAMLHandler()
    try:
        if not handler.detect(text):
            return {}, text
        matter, body = handler.split(text)
        fields = handler.load(matter)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" near line {mark.line + 1}" if mark else ""
        colon = "mapping values" in (getattr(error, "problem", None) or "")  # "title: Theft: nurse admits it"
        advice = 'Put "quotes" around what has a colon inside' if colon else "Mend what stands between the --- lines"
        raise _NotAnArticleError(f"has front matter that does not parse{where}. {advice}.") from error
    if fields is None:
        return {}, body
    if not isinstance(fields, dict):
        raise _NotAnArticleError("has front matter that is no list of fields. Write it as title: ..., one to a line.")
    return fields, body


def _from_plain_text(name: str, text: str) -> Article:
    content = _content(text)
    first, *rest = paragraphs(content)
    headline = first.of(content)
    is_headline = (
        rest and "\n" not in headline and len(headline) <= _MAX_TITLE and not headline.endswith(_SENTENCE_END)
    )
    return Article(id=name, title=headline if is_headline else _title_from_name(name), text=content)


def _content(text: str) -> str:
    content = canonical(text)
    if not content:
        raise _NotAnArticleError("has no text below its front matter. Put the article's text into it.")
    return content


def _plain_text(markdown: str) -> tuple[str, str]:
    """(first heading or "", the text as a reader sees it: a blank line between blocks, "- " before items)."""
    from markdown_it import MarkdownIt

    title = ""
    blocks: list[str] = []
    marker = ""
    previous = ""
    for token in MarkdownIt("commonmark", {"html": False}).parse(markdown):
        if token.type == "list_item_open":
            marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type in ("fence", "code_block"):
            blocks.append(token.content)
        elif token.type == "inline":
            words = _inline_text(token)
            if previous == "heading_open" and not title and not blocks:
                title = words  # the headline is the title, not the article's first words
            else:
                blocks.append(marker + words)
            marker = ""
        previous = token.type
    return title, "\n\n".join(blocks)


def _inline_text(token: object) -> str:
    parts = []
    for child in getattr(token, "children", None) or ():
        if child.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif child.type == "image":
            continue
        else:
            parts.append(child.content)
    return "".join(parts)


def _title_from_name(name: str) -> str:
    words = re.sub(r"[-_\s]+", " ", name.rsplit("/", 1)[-1]).strip()
    return (words[:1].upper() + words[1:]) or name


def _one_line(value: object) -> str:
    """Front matter may hold anything YAML can say; only plain scalars become text."""
    if not isinstance(value, str | int | float | date):
        return ""
    try:
        return " ".join(canonical(str(value)).split())
    except ValueError:  # a number of thousands of digits
        return ""


def _published(value: object) -> date | None:
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(_one_line(value)).date()
    except ValueError:
        raise _NotAnArticleError("has a published date that is no date. Write it as 2024-05-31.") from None


def _url(value: object) -> str | None:
    url = _one_line(value)
    if not url:
        return None
    if not re.match(r"https?://[^\s<>\"]+$", url):
        raise _NotAnArticleError(
            "has a url that is no web address. Write it with https:// in front, or leave it out."
        )
    return url


def _authors(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(author for item in values if (author := _one_line(item)))
