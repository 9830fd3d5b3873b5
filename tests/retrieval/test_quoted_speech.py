import pytest

from retrieval.quoted_speech import speeches
from tests.conftest import window_of


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ada Lie said: “It rained.”", [("“It rained.”", "Ada Lie")]),
        # A quotation may run over sentences and paragraphs, and have its speaker behind it.
        ("“It rained. It poured,” said Ada Lie.", [("“It rained. It poured,”", "Ada Lie")]),
        ("“It rained.\n\n“It poured,” the cook said.", [("“It rained.\n\n“It poured,”", "the cook")]),
        ('"It rained. It poured," she said.', [('"It rained. It poured,"', "she")]),
        # What stands behind in the same paragraph is still theirs; of another one it is not known.
        ("“It rained,” Ada Lie said. “It poured.”", [("“It rained,”", "Ada Lie"), ("“It poured.”", "Ada Lie")]),
        ("“It rained,” Ada Lie said.\n\n“It poured.”", [("“It rained,”", "Ada Lie"), ("“It poured.”", "")]),
        ("“It rained. It poured.”", [("“It rained. It poured.”", "")]),
        ("It rained.", []),
    ],
)
def test_who_speaks_in_a_quotation(text: str, said: list[tuple[str, str]]) -> None:
    before = "Rain. "
    found = speeches(window_of(text, before).sentences)
    assert [(one.span.of(before + text), one.speaker) for one in found] == said
    assert [one.who.of(before + text) if one.who else "" for one in found] == [speaker for _, speaker in said]


def test_an_article_without_sentences_has_no_speech() -> None:
    assert speeches([]) == []
