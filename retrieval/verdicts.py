"""Yes or no: what the windows say, looked at again, and a yes asked back.

What shows a verdict is read once more by itself. The reader sees that a sentence speaks of all that a question names,
and is quick to call that a yes. Who did what it knows better: "Did Pompeo visit Cambodia?" is so only where "Who did
visit Cambodia?" gives Pompeo. Leaves out what is made of a yes beside a no (conflicts.py).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from retrieval.agreement import objects_in, pronoun_of, subject_end, told_in
from retrieval.appositions import by_description
from retrieval.asked_back import Back, asked_back
from retrieval.coreference import is_nearest
from retrieval.denials import denials, verb_of
from retrieval.inflection import are_forms
from retrieval.naming import is_name, is_none, is_pronoun, name_words
from retrieval.other_deeds import has_other_particle
from retrieval.search import content_words, share_of
from retrieval.types import Read, Reader, Reading, Sentence, Verdict, Window
from retrieval.windows import alone, with_before

_LIKELY = 0.1  # yes or no, from which on a window is looked at again
_ENOUGH = 0.25  # of the question's words beside its subject
_SEVERAL = 2
# Confidence of who, and of whom or what, is found when a yes is asked back. Of the questions about the samples all
# but one true yes have one of them, .51 to .95, and what was only offered or praised has .47 and .31 at most.
GIVEN = 0.5
_GIVEN_OBJECT = 0.65
_BEGINS = re.compile(r"(?:(?:and|but|so|still|then|yet) )?(?P<who>he|she|they|it)\b", re.IGNORECASE)
_OWNERS = re.compile(r"\b[\w-]+['’]s? (?=[a-z])")  # of "Lie's father"
_WORD = re.compile(r"[^\W\d_]+")
# Behind a verb, where its object is left out: "accepted at once".
_NOTHING = re.compile(r"\W*$|[.,:;]| (?:after|and|at|but|in|on|with|without)\b")
_MOSTLY = 0.5  # of the question's words beside its subject, in a sentence that a pronoun begins
_CLEARLY = 0.8  # yes or no, of such a sentence alone
# Of the pronoun, of "Who was dismissed?": "She was dismissed in May" has .94, "She was to be dismissed in May" .81,
# "She was nearly dismissed" .65; of "Was she dismissed?" the first has a yes of .3 only.
_SURELY = 0.9
# Of a second look, from which on a yes is not asked back. Of 95 true pairs of the samples, asked as a yes or no, some
# that asking back does not find have it, and of their 95 reversals none has even .8; an invitation has .88.
_CLEAR_YES = 0.95
_ANYBODY = re.compile(r"\b(?:any(?:one|body|thing)?|ever)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:no|nobody|none|neither|never|nothing|(?:barely|hardly|scarcely) any(?:body|one|thing)?)\b", re.IGNORECASE
)
_AFTER_ALL = 0.9  # yes of a sentence alone that was taken for a no; "Amory denied that" has .87 for "refuse"
_SENTENCES = 8  # of that kind at most


@dataclass(frozen=True, slots=True)
class _Begun:
    """A sentence that a pronoun begins: "She did not thank the trust."."""

    window: Window
    sentence: Sentence
    pronoun: str
    back: Back


def claims(asked: str, windows: Sequence[Window], reader: Reader) -> dict[Verdict, list[Reading]]:
    """What the windows say, yes and no apart, each with the sentence that says it as its words."""
    reads = reader.read([(asked, window) for window in windows])
    first = list(zip(windows, reads, strict=True))
    clearer = _looked_at_again(asked, first, reader)
    found: dict[Verdict, list[Reading]] = {Verdict.YES: [], Verdict.NO: []}
    said: list[tuple[Window, Read]] = []
    denied: list[tuple[Window, Read]] = []
    for n, (window, read) in enumerate(first):
        one = clearer.get(n, read)
        if (one.yes > one.no) != (read.yes > read.no):
            read = replace(read, evidence=one.evidence)  # "She denied it" shows no yes of the sentence before
        if max(one.yes, one.no) < reader.verdict_threshold or (one.yes > one.no and _is_denied(asked, window, read)):
            continue
        if n in clearer and one.yes >= _CLEAR_YES and not _is_of_nobody(asked, read.evidence):
            found[Verdict.YES].append(reading_of(window, read.evidence, one.yes))
        elif _speaks_of(asked, window, read, max(one.yes, one.no)):
            (denied if one.no > one.yes else said).append((window, replace(read, yes=one.yes, no=one.no)))
    for window, read in _given_back(asked, said, reader):
        found[Verdict.YES].append(reading_of(window, read.evidence, read.yes))
    # "She declined: she had been hired by Beck." does not deny that.
    done = _given_back(asked, denied, reader, anywhere=False)
    for window, read in denied:
        if (window, read) not in done:
            found[Verdict.NO].append(reading_of(window, read.evidence, read.no))
    found[Verdict.YES] += _after_all(asked, done, reader)
    known = {one.evidence for readings in found.values() for one in readings}
    begun = [one for one in _begun(asked, windows) if one.sentence not in known]
    for verdict, reading in _of_pronouns(begun[:_SENTENCES], reader):
        found[verdict].append(reading)
    return found


def _after_all(asked: str, done: Sequence[tuple[Window, Read]], reader: Reader) -> list[Reading]:
    """Of noes that somebody is found for those whose sentence by itself clearly says yes.

    "Renner, who had said that there was no such letter, resigned on Thursday."
    """
    reads = reader.read([(asked, alone(read.evidence)) for _, read in done])
    return [
        reading_of(window, read.evidence, own.yes)
        for (window, read), own in zip(done, reads, strict=True)
        if own.yes >= _AFTER_ALL
    ]


def reading_of(window: Window, sentence: Sentence, sure: float) -> Reading:
    """A sentence as its own words, so sure."""
    return Reading(window.article, sentence.span, sentence, sure)


def _looked_at_again(asked: str, first: Sequence[tuple[Window, Read]], reader: Reader) -> dict[int, Read]:
    """By number what windows clearly say when only the sentence that shows it is read, with the one before.

    Much text around makes the reader too sure, or hides what one sentence says. "Nobody had ever visited her" is best
    read by itself where it is asked whether anybody did.
    """
    likely = [n for n, (_, read) in enumerate(first) if max(read.yes, read.no) >= _LIKELY]
    texts = [
        place_of(asked, with_before(read.evidence, window), read.evidence)
        for window, read in (first[n] for n in likely)
    ]
    again = zip(likely, reader.read([(asked, text) for text in texts]), strict=True)
    return {n: read for n, read in again if max(read.yes, read.no) >= reader.verdict_threshold}


def _is_denied(asked: str, window: Window, read: Read) -> bool:
    """Whether what shows a verdict denies by its form what is asked: "it would not leave the team" is no yes."""
    back = asked_back(asked, window.text)
    return back is not None and any(one.sentence == read.evidence for one in denials(back.rest, window))


def _is_of_nobody(asked: str, sentence: Sentence) -> bool:
    """Whether a sentence tells of nobody or nothing, or never, where it is asked whether anybody did it."""
    return bool(_ANYBODY.search(asked) and _NOBODY.search(sentence.text))


def place_of(asked: str, window: Window, sentence: Sentence) -> Window:
    """Where it is read: the sentence by itself where it tells of nobody, beside whom others would be taken."""
    return alone(sentence) if _is_of_nobody(asked, sentence) else window


def _speaks_of(question: str, window: Window, read: Read, sure: float) -> bool:
    """Whether what says so, or the sentence before it ("She denied that."), has some of what the question is about.

    Of the subject alone many things are said and denied, and "go" is another deed than "go down". A lone word of the
    question may stand there in another form, "leave" as "left", where the verdict is clear.
    """
    one = asked_back(question, window.text)
    words = content_words(one.subject.question if one else question)
    if one and has_other_particle(*verb_of(one.rest), read.evidence.text):
        return False
    clear = len(words) < _SEVERAL and sure >= _CLEARLY
    return clear or share_of(words, with_before(read.evidence, window).text) >= _ENOUGH


def _given_back(
    asked: str, said: Sequence[tuple[Window, Read]], reader: Reader, *, anywhere: bool = True
) -> list[tuple[Window, Read]]:
    """Of windows those whose subject is found when it is asked for, or else their object, anywhere or by the sentence
    that shows the verdict: a yes needs that, a no must not have it. What cannot be asked back is found anywhere.
    """
    parted = [asked_back(asked, window.text) for window, _ in said]
    of_nobody = [_is_of_nobody(asked, read.evidence) for _, read in said]
    put = [
        (n, part, part is one.subject)
        for n, one in enumerate(parted)
        if one
        for part in ((one.subject,) if of_nobody[n] else one.parts())
    ]
    places = [place_of(asked, window, read.evidence) for window, read in said]
    reads = reader.read([(part.question, places[n]) for n, part, _ in put])
    kept = {n for n, one in enumerate(parted) if one is None and anywhere}
    for (n, part, who), read in zip(put, reads, strict=True):
        window, shown = said[n]
        likely = [r for r in read.readings if r.confidence >= (GIVEN if who else _GIVEN_OBJECT)]
        likely = [r for r in likely if not is_none(window.words(r.words))]
        shows = [r for r in likely if r.evidence == shown.evidence]
        own = [window.words(r.words) for r in shows]
        # A description may go by another name in the same sentence, a name by "she".
        described = who and not is_name(part.words)
        if names_party(part.words, likely if anywhere else shows, window) or (
            bool(own) if described else any(map(is_pronoun, own))
        ):
            kept.add(n)
    return [pair for n, pair in enumerate(said) if n in kept]


def _begun(asked: str, windows: Sequence[Window]) -> Iterator[_Begun]:
    """The sentences that a pronoun begins and that have most of what the question is about, each once."""
    known: set[Sentence] = set()
    for window in windows:
        back = asked_back(asked, window.text)
        if not back or not back.auxiliary:
            continue
        for before, sentence in pairwise(window.sentences):
            begins = _BEGINS.match(sentence.text)
            if not begins or sentence in known:
                continue
            rest = _without_told(back.rest, before, sentence)
            own = back.about(by_description(f"- {rest}", sentence, window.sentences)[2:])
            if share_of(content_words(own.subject.question), sentence.text) >= _MOSTLY:
                known.add(sentence)
                yield _Begun(window, sentence, begins["who"].lower(), own)


def _without_told(rest: str, before: Sentence, sentence: Sentence) -> str:
    """The verb alone of what is asked, where a sentence has nothing behind it and the one before has the rest.

    "Lie invited her. She accepted.", asked whether she accepted the invitation.
    """
    verb, behind = verb_of(rest)
    told = any(
        are_forms(word.group().lower(), verb) and _NOTHING.match(sentence.text, word.end())
        for word in _WORD.finditer(sentence.text)
    )
    return verb if told and behind and share_of(content_words(behind), before.text) > 0 else rest


def _of_pronouns(begun: Sequence[_Begun], reader: Reader) -> list[tuple[Verdict, Reading]]:
    """What those sentences say of the pronoun, where it stands for the question's subject.

    "Did she thank the trust?" and "Who thanked the trust?" are asked of the sentence alone, "Who did not thank the
    trust?" of its window; but who can be nobody else need not be found.
    """
    reads = reader.read([(one.back.of(one.pronoun), alone(one.sentence)) for one in begun])
    asked_who = reader.read([(one.back.subject.question, alone(one.sentence)) for one in begun])
    said = [replace(read, yes=max(read.yes, _of_itself(who))) for read, who in zip(reads, asked_who, strict=True)]
    clear = [(one, read) for one, read in zip(begun, said, strict=True) if max(read.yes, read.no) >= _CLEARLY]
    who = [one.back.subject.question if read.yes > read.no else one.back.denied() for one, read in clear]
    who_reads = reader.read(
        [(question, one.window) for question, (one, _) in zip(who, clear, strict=True)],
        [one.sentence.span for one, _ in clear],
    )
    found = []
    for (one, told), read in zip(clear, who_reads, strict=True):
        likely = [
            r
            for r in read.readings
            if r.confidence >= GIVEN and r.evidence == one.sentence and not is_pronoun(one.window.words(r.words))
        ]
        named = likely and names_party(one.back.subject.words, likely[:1], one.window) and not _is_another(one)
        sure = likely[0].confidence if named else 1.0
        if named or is_nearest(one.back.subject.words, one.pronoun, one.sentence, one.window.sentences):
            verdict = Verdict.YES if told.yes > told.no else Verdict.NO
            found.append((verdict, reading_of(one.window, one.sentence, min(max(told.yes, told.no), sure))))
    return found


def _is_another(one: _Begun) -> bool:
    """Whether the pronoun cannot be the question's subject, for whom the article has the other form, or who did
    something to whom it stands for right before: "Lie invited her. She accepted." is not about Lie.
    """
    party, sentences = one.back.subject.words, one.window.sentences
    before = told_in(sentences[sentences.index(one.sentence) - 1].text)
    to_her = one.pronoun in objects_in(before) and subject_end(party, before)
    return bool(to_her or {pronoun_of(party, sentences)} - {"", one.pronoun})


def _of_itself(read: Read) -> float:
    """How sure a sentence alone gives the pronoun it begins with where it is asked who; 0 where not surely."""
    return max(
        (
            r.confidence
            for r in read.readings[:1]
            if r.words.start == r.evidence.span.start and r.confidence >= _SURELY
        ),
        default=0.0,
    )


def names_party(party: str, readings: Sequence[Reading], window: Window) -> bool:
    """Whether a party is among those who were read: as "court" and "tax court", "Mayor Whelan" and "Gus Whelan", but
    not "Lie" and "Lie's father".
    """
    wanted = name_words(party)
    return any(
        bool(found and wanted) and (found[-1] == wanted[-1] or {*found} <= {*wanted} or {*wanted} <= {*found})
        for found in (name_words(_OWNERS.sub("", window.words(one.words))) for one in readings)
    )
