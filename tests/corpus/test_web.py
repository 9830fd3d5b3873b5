import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from corpus import web
from corpus.article import Article
from corpus.files import read_file
from corpus.web import MAX_BYTES, Page, PageError, as_markdown, page_of, save_page

STORY = (
    "The dyke at Lervik held on Tuesday night, the council said, although the water rose to *four* metres.",
    "Mayor Inês Couto thanked the 300 volunteers who had filled sandbags for two days and asked them to stay.",
)
HTML = f"""<html><head><title>Dyke holds | The Ledger</title><meta charset="utf-8">
<meta property="og:title" content="Dyke holds"><meta property="og:site_name" content="The Ledger">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/x">News</a></nav><div class="cookie">We use cookies. Accept all.</div>
<article><h1>Dyke holds</h1><p class="byline">By Anna Smith</p><p>{STORY[0]}</p><p>{STORY[1]}</p></article>
<script>alert("x")</script><aside>Most read: ten cats</aside><footer>Imprint</footer></body></html>"""


class _Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        pages = {
            "/story": (200, "text/html; charset=utf-8", HTML.encode(), {}),
            "/moved": (302, "text/html", b"", {"Location": "/story"}),
            "/round": (302, "text/html", b"", {"Location": "/round"}),
            "/file": (302, "text/html", b"", {"Location": "file:///etc/passwd"}),
            "/picture": (200, "image/png", b"\x89PNG", {}),
            "/empty": (200, "text/html", b"<html><body>Accept all cookies</body></html>", {}),
            "/huge": (200, "text/html", b"x" * (MAX_BYTES + 1), {}),
        }
        status, kind, body, headers = pages.get(self.path, (404, "text/html", b"", {}))
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/story", "/moved"])
def test_a_page_becomes_an_article_with_its_facts(site: str, tmp_path: Path, path: str) -> None:
    file = save_page(site + path, tmp_path)
    assert file.name == "2024-03-05-dyke-holds.md"
    article = read_file(file)
    assert isinstance(article, Article)
    assert article.text == "\n\n".join(STORY)
    assert (article.title, article.source, str(article.published)) == ("Dyke holds", "The Ledger", "2024-03-05")
    assert article.url == f"{site}/story"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/nowhere", "answers 404"),
        ("/round", "without end"),
        ("/file", "is no web address"),
        ("/picture", "is no page but image/png"),
        ("/empty", "holds no article"),
        ("/huge", "is larger than 5 MB"),
    ],
)
def test_what_is_no_article_is_one_line(site: str, tmp_path: Path, path: str, why: str) -> None:
    with pytest.raises(PageError, match=why):
        save_page(site + path, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:9/x", "https://no-such-host.invalid/", "http://", "http://[x/", "ftp://a.b/"]
)
def test_addresses_that_lead_nowhere(tmp_path: Path, url: str) -> None:
    with pytest.raises(PageError):
        save_page(url, tmp_path)


def test_a_public_page_does_not_lead_into_the_private_network(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = web._is_inside
    monkeypatch.setattr(web, "_is_inside", lambda url: real(url) and not url.endswith("/moved"))
    with pytest.raises(PageError, match="not on the public web"):
        save_page(f"{site}/moved", tmp_path)


@example(["\uf900"], "")  # a compatibility ideograph, which NFC writes otherwise
@given(
    st.lists(
        st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1), min_size=1, max_size=4
    ),
    st.text(st.characters(exclude_categories=["C", "Z"])),
)
def test_nothing_in_a_page_is_taken_for_mark_up(paragraphs: list[str], title: str) -> None:
    from tempfile import TemporaryDirectory

    text = "\n\n".join(paragraphs)
    with TemporaryDirectory() as scratch:
        file = Path(scratch) / "page.md"
        file.write_text(as_markdown(Page("https://example.org/a", title, text)), "utf-8")
        article = read_file(file)
    kept = [" ".join(paragraph.split()) for paragraph in paragraphs]
    if any(kept):
        assert isinstance(article, Article)
        assert article.text.split() == normalize("NFC", " ".join(kept)).split()


def test_a_page_of_nothing_but_mark_up_is_refused() -> None:
    with pytest.raises(PageError):
        page_of("https://example.org", b"<html>" * 1000)
    with pytest.raises(PageError):
        page_of("https://example.org", b"")
