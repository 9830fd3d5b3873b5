"""Questions for yes or no: what the windows say -> what of it is of whom the question names -> cite.

Leaves out the reading of a verdict (verdicts.py), and what is made of a yes beside a no (conflicts.py).
"""

from collections.abc import Sequence

from retrieval import conflicts
from retrieval.antecedents import tells_of_another
from retrieval.asked_back import Back, asked_back
from retrieval.by_name import claims_by_name
from retrieval.citations import cite
from retrieval.complements import says_otherwise
from retrieval.contraries import tells_the_contrary
from retrieval.deed_nouns import tells_deed_of
from retrieval.denials import has_verb, is_excepted, is_not_only, lacks_denial, verb_of
from retrieval.factuality import is_not_factual
from retrieval.figures import lacks_figures_of
from retrieval.gapping import names_who_did_it_too
from retrieval.identity import asks_identity, denies_identity, has_only_another_title, identities
from retrieval.inflection import is_participle
from retrieval.left_out import leaves_out_who_is_asked_about
from retrieval.mentioned import lacks_nouns_of
from retrieval.merging import merged
from retrieval.named_others import (
    is_of_another_name,
    is_told_of_another,
    is_told_the_other_way_round,
    leaves_open_by_whom,
    without_named_others,
)
from retrieval.namesakes import is_of_namesake
from retrieval.naming import name_words
from retrieval.open_sentences import (
    is_on_condition,
    is_one_of_two,
    tells_beside,
    tells_of_theirs,
    tells_only_a_question,
)
from retrieval.otherwise import denied, denied_instead, told
from retrieval.periods import names_another_time
from retrieval.places import names_another_place
from retrieval.plainly import plainly_said
from retrieval.predicates import BE, WORD
from retrieval.questions import each_of_two
from retrieval.store import Store
from retrieval.stories import one_story
from retrieval.types import SHOWN, Findings, Reader, Reading, Sentence, Verdict, Window
from retrieval.verdicts import claims
from retrieval.windows import parted

_IN_OTHER_WORDS = 0.93  # yes; of the news questions no true one without the question's verb has less
_IDENTITY = 0.8  # yes, where no title stands beside the name


def whether(asked: str, texts: Sequence[Window], reader: Reader, store: Store) -> Findings:
    """The clearest windows' word, with their sentences as the answers; both words where articles differ. Where what
    was said is of others, the windows are read without that: "He did not thank Bo" hides that he thanked Ek.
    """
    said_so, others = _said(asked, texts, reader, store)
    if others and not any(said_so.values()):
        said_so, _ = _said(asked, [part for text in texts for part in parted(text, others)], reader, store)
    said_so = {verdict: [one for one in read if _names_both(asked, one)] for verdict, read in said_so.items()}
    best = {verdict: [cite(one, store) for one in merged(read, store)] for verdict, read in said_so.items() if read}
    if not best:
        return _of_both(asked, texts, reader, store)
    both = conflicts.contradicting(best.get(Verdict.YES, []), best.get(Verdict.NO, []), one_story(store))
    if both:
        return Findings(both[0].verdict or Verdict.NOT_FOUND, tuple(both), differ=True)
    surest = max(best, key=lambda verdict: best[verdict][0].confidence)
    return Findings(surest, tuple(best[surest][:1]), tuple(best[surest][1:SHOWN]))


def _names_both(asked: str, one: Reading) -> bool:
    """False where it is asked of two and a sentence lacks one: "Lie signed it", asked whether Lie and Ek did."""
    told = name_words(one.evidence.text)
    return all({*name_words(name)[-1:]} <= {*told} for name, _ in each_of_two(asked))


def _of_both(asked: str, texts: Sequence[Window], reader: Reader, store: Store) -> Findings:
    """Of "Did Lie and Ek sign it?" a yes where both did, by whom it is less sure of; a no where one did not."""
    both = [whether(one, texts, reader, store) for _, one in each_of_two(asked)]
    if not both or any(read.verdict is Verdict.NOT_FOUND for read in both):
        return Findings()
    denied = [read for read in both if read.verdict is Verdict.NO]
    return denied[0] if denied else min(both, key=lambda read: read.found[0].confidence)


def _said(
    asked: str, texts: Sequence[Window], reader: Reader, store: Store
) -> tuple[dict[Verdict, list[Reading]], set[Sentence]]:
    """What says yes and what says no, and the sentences that only seemed to: they are of others, or leave it open."""
    if called := identities(asked, texts):
        return {Verdict.YES: called}, set()
    seeming = _seeming(asked, texts, reader, store)
    yes, no = (
        [one for one in seeming.get(verdict, []) if _is_of_the_question(asked, one, store)]
        for verdict in (Verdict.YES, Verdict.NO)
    )
    yes = [one for one in yes if not is_not_factual(asked, one.evidence.text)]
    if excepted := [one for one in yes if _is_excepted(asked, one)]:
        yes, no = [], excepted
    no += [one for one in yes if says_otherwise(asked, one.evidence.text)]
    yes = [one for one in yes if one not in no]
    closed = [one for one in yes if _tells_it(asked, one, store)]
    yes = without_named_others(asked, closed, reader, store.sentences_of)
    no = [one for one in no if _denies_it(asked, one, store)]
    seemed = {one.evidence for read in seeming.values() for one in read}
    return {Verdict.YES: yes, Verdict.NO: no}, seemed - {one.evidence for one in (*yes, *no)}


def _seeming(asked: str, texts: Sequence[Window], reader: Reader, store: Store) -> dict[Verdict, list[Reading]]:
    """What the reader takes for a yes and for a no, by the windows or, where they do not say, by closer looks; where
    it takes nothing for either, what a parse plainly tells.
    """
    said_so = claims(asked, texts, reader)
    if not any(said_so.values()):
        said_so = claims_by_name(asked, texts, reader, store.sentences_of)
    if not any(said_so.values()):
        said_so = {
            Verdict.YES: told(asked, texts, reader, store),
            Verdict.NO: denied(asked, texts, reader),
        }
        if not any(said_so.values()):
            said_so = plainly_said(asked, texts, store.sentences_of)
    elif not said_so[Verdict.NO] and (no := denied_instead(asked, said_so[Verdict.YES], texts, reader)):
        return {Verdict.NO: no}
    not_only = [one for one in said_so[Verdict.NO] if is_not_only(asked, one.evidence.text)]
    return {Verdict.YES: [*said_so[Verdict.YES], *not_only]} if not_only else said_so


def _is_of_the_question(asked: str, one: Reading, store: Store) -> bool:
    """Whether a sentence tells of those whom the question names, and not only asks the same."""
    of_another = any(is_of(asked, one.evidence, store.sentences_of) for is_of in (tells_of_another, is_of_namesake))
    return not of_another and not tells_only_a_question(asked, one.evidence.text)


def _is_excepted(asked: str, one: Reading) -> bool:
    return is_excepted(asked, one.evidence.text) or leaves_out_who_is_asked_about(asked, one.evidence)


def _denies_it(asked: str, one: Reading, store: Store) -> bool:
    """Whether a sentence says no of whom the question names, and not of something else."""
    other = asks_identity(asked) and not denies_identity(asked, one.evidence.text)
    back = asked_back(asked, one.evidence.text)
    of_another = back and is_told_of_another(back, one.evidence, store.sentences_of(one.article))
    of_another = of_another or (back and is_told_the_other_way_round(back, one.evidence))
    if other or of_another or is_of_another_name(asked, one.evidence):
        return False
    return not back or not _only_seems_to_deny(asked, back, one.evidence.text)


def _only_seems_to_deny(asked: str, back: Back, sentence: str) -> bool:
    """Whether a sentence has nothing that a no to a question about a deed may rest on."""
    of_state = back.auxiliary.lower() in BE and not is_participle(verb_of(back.rest)[0])  # "Was the road open?"
    if of_state or not lacks_denial(back.rest, sentence) or _has_noun(back.rest, sentence):
        return False
    return not tells_the_contrary(asked, back.subject.words, sentence)


def _has_noun(rest: str, sentence: str) -> bool:
    """Whether a sentence has a noun for a question's deed: "resignation"."""
    verb = verb_of(rest)[0]
    return any(tells_deed_of(word.lower(), verb) for word in WORD.findall(sentence))


def _tells_it(asked: str, one: Reading, store: Store) -> bool:
    """Whether a sentence says yes: not one of two things that may be, what was at another time, or what others did;
    of all things and figures that the question names; and surely, where it has other words for it.
    """
    sentence = one.evidence.text
    forms = (
        is_on_condition,
        is_one_of_two,
        lacks_figures_of,
        names_another_place,
        names_another_time,
        names_who_did_it_too,
        tells_beside,
        tells_of_theirs,
    )
    if any(is_open(asked, sentence) for is_open in forms):
        return False
    if asks_identity(asked):
        return one.confidence >= _IDENTITY and not has_only_another_title(asked, sentence)
    back = asked_back(asked, sentence)
    in_its_words = back is None or has_verb(back.rest, sentence) or _has_noun(back.rest, sentence)
    sure = in_its_words or one.confidence >= _IN_OTHER_WORDS
    if back and (leaves_open_by_whom(back, one.evidence) or tells_the_contrary(asked, back.subject.words, sentence)):
        return False
    return sure and not lacks_nouns_of(asked, one.evidence, store.sentences_of)
