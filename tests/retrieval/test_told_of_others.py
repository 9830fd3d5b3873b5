import pytest

from retrieval.told_of_others import tells_of_others


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("Where did Hasek meet Navas?", "Hasek met Elena Duarte in Oslo.", True),
        ("Where did Hasek meet Navas?", "Hasek met Pablo Navas in Oslo.", False),
        ("Who thanked Pompeo?", "Hun Sen thanked the United States.", True),
        ("Who was dismissed by Hasek?", "Sforza was dismissed in 2019 by Zgraggen.", True),
        # It may be the same one: by a description, a pronoun, a first name, a capital.
        ("Where did Hasek meet Navas?", "Hasek met the electrician in Oslo.", False),
        ("Where did Hasek meet Navas?", "Hasek met him in Oslo.", False),
        ("Where did Hasek meet Navas?", "Hasek met Pablo in Oslo.", False),
        ("When did the US ban it?", "Washington banned it in May.", False),
        ("When did Norway ban it?", "Parliament banned it in May.", False),
        ("Where did Hasek meet Navas?", "Hasek met Duarte in Oslo after he had met the electrician.", False),
        ("Who left?", "Ada Lie left.", False),
    ],
)
def test_a_sentence_may_tell_it_of_others(question: str, sentence: str, expected: bool) -> None:
    assert tells_of_others(question, sentence) is expected
