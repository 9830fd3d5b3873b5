"""A web page -> a file of the collection: its article's text, title, date and address, without what stands around it.

Leaves out feeds, and pages that only a browser can show.
"""

import ipaddress
import json
import logging
import re
import socket
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from httpx import Response

MAX_BYTES = 5_000_000  # of a page
_SECONDS = 20.0
_REDIRECTS = 5
_SHORTEST = 200  # characters: less is a notice or a cookie banner, not an article
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&#|~!+.)=:-])")
_AGENT = "Clippings (reads one page for its owner)"


class PageError(Exception):
    """A page that cannot become an article; one line for people that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an article's page says. Paragraphs are parted by empty lines."""

    url: str
    title: str
    text: str
    published: str = ""  # YYYY-MM-DD
    source: str = ""
    author: str = ""


def save_page(url: str, folder: Path) -> Path:
    """Fetch a page and write its article into the folder as Markdown; the file. PageError when it cannot be."""
    page = page_of(*fetch(url))
    path = folder / f"{_file_name(page)}.md"
    path.write_text(as_markdown(page), "utf-8")
    return path


def fetch(url: str) -> tuple[str, bytes]:
    """(where the page was found in the end, its bytes). PageError."""
    import httpx

    inside = _is_inside(url)
    try:
        with httpx.Client(timeout=_SECONDS, headers={"User-Agent": _AGENT}) as client:
            for _ in range(_REDIRECTS + 1):
                if _is_inside(url) and not inside:  # a stranger's page must not lead into the owner's network
                    raise PageError(f"leads to {urlsplit(url).hostname}, which is not on the public web.")
                with client.stream("GET", url) as response:
                    if response.is_redirect:
                        url = urljoin(url, response.headers["location"])
                        continue
                    return url, _body(response)
    except httpx.InvalidURL as error:
        raise PageError("is no web address. Check it.") from error
    except httpx.HTTPError as error:
        reason = str(error) or type(error).__name__
        raise PageError(f"cannot be fetched ({reason}). Check the address and the network.") from error
    raise PageError("leads from one address to the next without end.")


def _body(response: "Response") -> bytes:
    if response.status_code >= 400:
        raise PageError(f"answers {response.status_code} {response.reason_phrase}. Check the address.")
    kind = response.headers.get("content-type", "text/html").partition(";")[0].strip().lower()
    if kind not in ("text/html", "application/xhtml+xml"):
        raise PageError(f"is no page but {kind or 'a file'}. Save its text as .txt and add that file.")
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_BYTES:
            raise PageError(f"is larger than {MAX_BYTES / 1e6:.0f} MB. Save its text as .txt and add that file.")
    return bytes(body)


def page_of(url: str, html: bytes) -> Page:
    """What the article of a page says. PageError when none can be found."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told by PageError
    # With metadata; no comments, and rather too little text than what is not of the article.
    extracted = trafilatura.extract(
        html,
        url=url,
        output_format="json",
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        favor_precision=True,
    )
    found = json.loads(extracted) if extracted else {}
    lines = [line.strip().removeprefix("- ") for line in (found.get("text") or "").splitlines() if line.strip()]
    title, published, source, author = (
        found.get(name) or "" for name in ("title", "date", "source-hostname", "author")
    )
    if lines and lines[0] == title:
        del lines[0]
    text = "\n\n".join(lines)
    if len(text) < _SHORTEST:
        raise PageError("holds no article that can be found. Save its text as .txt and add that file.")
    return Page(url, title, text, published, source, author)


def as_markdown(page: Page) -> str:
    """The file's text: facts in front, then paragraphs in which nothing is mark-up."""
    import frontmatter

    facts = {
        "title": page.title,
        "published": page.published,
        "source": page.source,
        "authors": page.author,
        "url": page.url,
    }
    paragraphs = (" ".join(paragraph.split()) for paragraph in page.text.split("\n\n"))
    body = "\n\n".join(_MARKDOWN.sub(r"\\\1", paragraph) for paragraph in paragraphs if paragraph)
    post = frontmatter.Post(body)
    post.metadata = {name: fact for name, fact in facts.items() if fact}
    return f"{frontmatter.dumps(post)}\n"


def _file_name(page: Page) -> str:
    """Short, of plain letters, with the day in front."""
    words = page.title or Path(urlsplit(page.url).path).stem or str(urlsplit(page.url).hostname)
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "page"
    return f"{page.published}-{slug}" if page.published else slug


def _is_inside(url: str) -> bool:
    """Whether a host is on the machine itself or in a private network."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise PageError("is no web address. Check it.") from error
    host = parts.hostname
    if parts.scheme not in ("http", "https") or not host:
        raise PageError("is no web address. Write it with https:// in front.")
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError) as error:
        raise PageError(f"cannot be found: there is no {host}. Check the address and the network.") from error
    return any(not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)
