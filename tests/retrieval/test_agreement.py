import pytest

from corpus.article import Article
from retrieval.agreement import is_owner, pronoun_form, pronoun_of, pronouns_in
from retrieval.sentences import split


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She left, and he stayed.", {"he", "she"}),
        ("It took her by the arm and shook him.", set()),
        ("It was read to her.", set()),
        ("Her brother came.", {"she"}),
        ("They thanked her former teacher himself.", {"he", "she"}),
        ("There they were, the heroes.", set()),
    ],
)
def test_pronouns_of_a_subject_or_an_owner_are_found(text: str, found: set[str]) -> None:
    assert pronouns_in(text) == found


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Robin Lie lost her hat.", "she"),
        ("Lie left. She was tired.", "she"),
        ("Lie met Bo Ek, who lost his hat. It rained.", ""),  # the hat is of the other
        ("Bo Ek met Lie. She left.", ""),  # the sentence is the other's
        ("Lie lost his hat. She laughed.", ""),  # he or she
        ("“He is mad.” Lie left.", ""),
        ("Lie said: “She is mad.”", ""),
        ("Liesel lost her hat.", ""),
        ("Lie found her letter and hired her.", ""),  # the letter of whom she or he hired
        ("Lie laughed. “Ask him,” she said.", "she"),
        ("Lie was received by the mayor. He thanked her.", ""),
        ("Lie laughed. “Ask him,” said Bo Ek. She left.", ""),
        ("Lie found his letter and hired him.", ""),
        ("Lie met him and asked him what he wanted.", ""),
        ("Lie herself met her.", "she"),
        ("Lie lost her hat and thanked him.", "she"),
        ("The club's president, Robin Lie, went there herself.", "she"),
        ("The head of the club, Robin Lie, lost her hat.", "she"),
        ("The mayor met the president, Robin Lie, and lost her hat.", ""),  # the mayor's
        ("Lie invited her to a debate. She accepted.", ""),  # the one who was invited
        ("Lie invited him to a debate. She left.", "she"),
        ("Lie’s brother lost his hat. He laughed.", ""),  # the brother
        ("“It rained,” Lie said. She left.", "she"),
        ("“It rained,” said Robin Lie, who lost her hat.", "she"),
        ("“Bo Ek lost his hat,” Lie said.", ""),  # Ek’s
        ("Lie left too, its delegate Marko Babic said. He blamed the weather.", ""),
        ("Lie left too, its delegate Maria Babic said. He blamed the weather.", "he"),
        ("", ""),
    ],
)
def test_a_name_has_the_pronoun_that_its_article_uses_for_it(text: str, pronoun: str) -> None:
    assert pronoun_of("Robin Lie", list(split(Article("a", "", text)))) == pronoun


@pytest.mark.parametrize(
    ("name", "text", "pronoun"),
    [
        ("Ada Lie", "It rained.", "she"),
        ("Lie", "Ada Lie left. Lie slept.", "she"),
        ("Lie", "Ada Lie left. Eva Lie slept.", "she"),
        ("Lie", "Ada Lie left. Karl Lie slept.", ""),
        ("Karl Lie", "Ada Lie left. Karl Lie slept.", "he"),
        ("Lie", "It rained on Lie.", ""),
        ("Ada Lie", "Lie was met by a boy. It was late. He slept.", "she"),
        ("Ada Lie", "Lie met a boy. He slept.", "she"),  # the boy
        ("Ada Lie", "Lie hurt himself.", "he"),  # nobody else can be meant
        ("Ada Lie", "Lie, who lost his hat, left.", "he"),
        ("Ada Lie", "Karl Lie left. Lie, who lost his hat, left.", "she"),  # the other Lie
    ],
)
def test_where_an_article_does_not_say_the_first_name_does(name: str, text: str, pronoun: str) -> None:
    assert pronoun_of(name, list(split(Article("a", "", text)))) == pronoun


@pytest.mark.parametrize(
    ("words", "form"), [("He", "he"), ("him", "he"), ("Hers", "she"), ("it", ""), ("He left", "")]
)
def test_the_form_of_a_pronoun(words: str, form: str) -> None:
    assert pronoun_form(words) == form


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thanked her former teacher", True),
        ("sent her letters", True),
        ("met her only son", True),
        ("gave her a letter", False),
        ("paid her 50 euros", False),
        ("would not let her go", False),
        ("called her again", False),
        ("called her on Monday", False),
        ("failed her", False),
        ("supported her unanimously.", False),
        ("supported her family.", True),
        ("supported her newly built school.", True),
    ],
)
def test_her_is_whose_or_whom(text: str, expected: bool) -> None:
    at = text.index("her")
    assert is_owner(text, at, at + len("her")) is expected
