"""Made-up news of offers, requests, charges and promises, and what came of them: taken or not, done or not, open.

"Did Lie accept the fee?" asks what came of it, "What did Lie ask for?" for the thing itself. Each question has twins
that the text does not answer.
"""

import random
from collections.abc import Iterator

from corpus.article import Span
from training import dressing, lexicon
from training.deeds import known
from training.examples import Example
from training.generated import find, sentence_with, sentences_of
from training.parties import parties
from training.templates import FILLERS, chosen

# (question, answer, verdict): an answer or a verdict, or neither where the text does not say.
_Asked = tuple[str, str, str]
_OTHERWISE = {"yes": "no", "no": "yes", "silent": "silent"}  # what the question of the opposite gets

_TAKEN = (
    ", [and|which] {B} accepted[| gladly| at once]",
    ". {B} accepted [the offer|it]",
    ", and {B} [took it|said yes]",
    ". {B} [did not hesitate to accept|was happy to accept|accepted the same day]",
)
_NOT_TAKEN = (
    ", [and|but|which] {B} declined[| it]",
    ". {B} [declined|rejected|refused|turned down] the offer",
    ", but {B} [turned it down|would not have it|said no|refused to take it|did not accept it|sent it back]",
    ". {B} [said no|did not take it|never accepted it|was polite, and declined]",
    "; {B} [declined|refused|rejected it]",
)
_OPEN_OFFER = (
    ". {B} [has yet to answer|is thinking it over|has until {day} to decide|has not replied]",
    ", and {B} [asked for a day to think|promised an answer by {day}|said nothing]",
    "",
)
_OFFERED = (
    "{A} offered {B} {G}",
    "{A} offered {G} to {B}",
    "{B} was offered {G} by {A}",
    "{B}, who was offered {G} by {A}",
    "{A} had offered {B} {G} in {month}",
)
_DONE = (
    ", and {B} did so[| at once| the same day| in the end]",
    ", [which|and] {B} [has since done|did]",
    ". {B} has [since|now|already] done so",
    ". {B} [did so the same day|did as asked|complied]",
)
_AGREED = (
    ", and {B} [agreed|said yes|promised to do so]",
    ". {B} [agreed|said that {b} would|accepted the request|promised it]",
)
_REFUSED = (
    ", but {B} [refused|declined|would not|said no|did nothing of the kind|did not]",
    ", [which|but] {B} [refused to do|has refused to do|never did|did not do]",
    ". {B} [refused|declined|has refused|has so far declined|failed] to do so",
    ". {B} [did not do so|has not done so|has never done so|would not do so|said {b} would do nothing of the kind]",
    ", but {B} [refused to do so|has refused to do so|has never done so|did not do so|could not do it]",
    ". {B} [refused|declined|said that {b} would not|ignored the request]",
    ". {B} [rejected the request|turned down the request]",
    "; {B} [refused|declined|has so far refused|refuses to do so]",
)
_OPEN_REQUEST = (". {B} has [yet to answer|not replied|made no comment]", ", and {B} is thinking about it", "")
_REQUESTED = (
    "{A} [asked|urged|begged] {B} to {do}",
    "{B} was [asked|urged] by {A} to {do}",
    "In a letter {A} [asked|urged] {B} to {do}",
)
_CHARGES = (  # to do, doing
    ("hide the report", "hiding the report"),
    ("ignore the warning about {thing}", "ignoring the warning about {thing}"),
    ("delay the news by {number} hours", "having delayed the news by {number} hours"),
    ("steal the {name} violin", "stealing the {name} violin"),
    ("lie about {thing}", "lying about {thing}"),
    ("forget the people of {town}", "forgetting the people of {town}"),
    ("know of {thing} since {month}", "having known of {thing} since {month}"),
    ("threaten the nurses of {town}", "threatening the nurses of {town}"),
    ("sell the forest", "having sold the forest"),
)
_DENIED = (
    ". {B} [denied it|denied that|denied the charge|rejected the charge|rejected that account|denied it at once]",
    ", [which|but|and] {B} denied",
    "; {B} [denies it|disputed it|called it untrue]",
)
_ADMITTED = (". {B} [admitted it|admitted the charge|conceded that it was true]", ", and {B} admitted it")
_SILENT = (". {B} [made no comment|did not reply|could not be reached]", "")
_CONTRARY = (  # base, past, base, past: who does one of them does not do the other
    ("accept", "accepted", "reject", "rejected"),
    ("accept", "accepted", "decline", "declined"),
    ("accept", "accepted", "turn down", "turned down"),
    ("accept", "accepted", "refuse", "refused"),
    ("approve", "approved", "reject", "rejected"),
    ("approve", "approved", "veto", "vetoed"),
    ("sign", "signed", "refuse to sign", "refused to sign"),
    ("win", "won", "lose", "lost"),
    ("confirm", "confirmed", "deny", "denied"),
    ("allow", "allowed", "forbid", "forbade"),
    ("allow", "allowed", "ban", "banned"),
    ("support", "supported", "oppose", "opposed"),
    ("vote for", "voted for", "vote against", "voted against"),
    ("remember", "remembered", "forget", "forgot"),
    ("keep", "kept", "sell", "sold"),
    ("keep", "kept", "give back", "gave back"),
    ("welcome", "welcomed", "condemn", "condemned"),
    ("grant", "granted", "refuse", "refused"),
)
_MATTERS = (
    "the plan,the offer,the request,the appeal,the vote on {thing},the law on {thing},the treaty with {nation},"
    "the proposal,the bid of {amount},the demand,the verdict,the report on {thing},the comparison,the invitation"
).split(",")
_VOWED = (  # base, past, whether it was done as far as the text says
    ("promise", "promised", "silent"),
    ("offer", "offered", "silent"),
    ("vow", "vowed", "silent"),
    ("agree", "agreed", "silent"),
    ("threaten", "threatened", "silent"),
    ("plan", "planned", "silent"),
    ("refuse", "refused", "no"),
    ("decline", "declined", "no"),
)
_ASKING_FOR = (  # what stands before the thing, base, past, whether somebody is asked
    ("for", "ask", "asked", True),
    ("for", "beg", "begged", True),
    ("for", "press", "pressed", True),
    ("for", "thank", "thanked", True),
    ("for", "call", "called", False),
    ("for", "appeal", "appealed", False),
    ("", "demand", "demanded", False),
    ("", "request", "requested", False),
    ("", "want", "wanted", False),
)


def replies(count: int, seed: int) -> Iterator[Example]:
    """`count` texts, each with questions that it answers and some that it does not."""
    chance = random.Random(seed)  # noqa: S311
    makers = (_offer, _offer, _request, _request, _charge, _contrary, _contrary, _vow, _vow, _wish, _wish)
    for number in range(count):
        text, shown, asked = chance.choice(makers)(chance)
        for at, (question, answer, verdict) in enumerate(asked):
            start = find(text, answer) if answer else -1
            if answer and start < 0:
                continue
            told = sentence_with(text, answer if answer and verdict == "" else shown)
            yield Example(
                f"reply-{seed}-{number}-{at}",
                f"reply-{seed}-{number}",
                "reply",
                question[:1].upper() + question[1:],
                text,
                (Span(start, start + len(answer)),) if answer else (),
                evidence=(told,) if told and (answer or verdict in ("yes", "no")) else (),
                verdict=verdict,
            )


def _slots(chance: random.Random) -> dict[str, str]:
    a, b, d = parties(chance, 3)
    return {
        **dressing.circumstances(chance),
        "A": a.name,
        "B": b.name,
        "D": d.name,
        "a": a.subject,
        "b": b.subject,
        "A_pron": a.subject.capitalize(),
    }


def _told(first: str, reply: str, slots: dict[str, str], chance: random.Random) -> tuple[str, str]:
    """The text, and words of the sentence that tells what came of it."""
    first, reply = chosen(first, chance), chosen(reply, chance)
    if first.startswith("{B}, who was"):
        first = first.replace(", who", "")
    if reply.startswith(". {B}") and first.startswith("{B}") and chance.random() < 0.5:
        reply = reply.replace("{B}", slots["b"].capitalize(), 1)
    elif reply.startswith((", ", "; ")) and first.startswith("{B}"):
        reply = reply.replace(" {B}", " ", 1).replace("  ", " ").replace("which ", "but ")
        reply = reply.replace("; ", ", and ")
    if slots["a"] != slots["b"] and first.startswith("{A}") and chance.random() < 0.5:
        reply = reply.replace("{B}", "{b}")
    body = f"{first}{reply}."
    if body.startswith("{A} ") and slots["a"] != "it" and chance.random() < 0.4:
        body = dressing.introduced(body, chance)
    fillers = chance.sample(FILLERS, chance.randint(0, 3))
    cut = chance.randint(0, len(fillers))
    text = " ".join(sentences_of([*fillers[:cut], body, *fillers[cut:]], slots))
    return text, (reply.lstrip(",;. ") or first).format(**slots)


def _offer(chance: random.Random) -> tuple[str, str, list[_Asked]]:
    slots = _slots(chance)
    gift = dressing.filled(chance.choice(lexicon.GIFTS), chance)
    slots["G"] = gift
    fate = chance.choice(("taken", "not taken", "not taken", "open"))
    reply = chance.choice({"taken": _TAKEN, "not taken": _NOT_TAKEN, "open": _OPEN_OFFER}[fate])
    text, shown = _told(chance.choice(_OFFERED), reply, slots, chance)
    thing = chance.choice((known(gift), gift, "the offer", f"the offer of {slots['A']}"))
    a, b = slots["A"], slots["B"]
    accepted = {"taken": "yes", "not taken": "no", "open": "silent"}[fate]
    refused = _OTHERWISE[accepted]
    no = chance.choice(("decline", "refuse", "turn down", "reject"))
    nos = {"decline": "declined", "refuse": "refused", "turn down": "turned down", "reject": "rejected"}[no]
    return (
        text,
        shown,
        [
            (f"Did {b} accept {thing}?", "", accepted),
            (f"Did {b} {no} {thing}?", "", refused),
            (f"Did {a} accept {thing}?", "", "silent"),
            (f"Did {b} offer {a} {gift}?", "", "silent"),
            (f"What did {a} offer?", gift, ""),
            (f"What did {a} offer {b}?", gift, ""),
            (f"What did {b} offer?", "", ""),
            (f"Who {nos} {known(gift)}?", b if fate == "not taken" else "", ""),
            (f"Who accepted {known(gift)}?", b if fate == "taken" else "", ""),
        ],
    )


def _request(chance: random.Random) -> tuple[str, str, list[_Asked]]:
    slots = _slots(chance)
    slots["do"] = do = dressing.filled(chance.choice(lexicon.TO_DO), chance)
    fate = chance.choice(("done", "agreed", "refused", "refused", "open"))
    reply = {"done": _DONE, "agreed": _AGREED, "refused": _REFUSED, "open": _OPEN_REQUEST}[fate]
    text, shown = _told(chance.choice(_REQUESTED), chance.choice(reply), slots, chance)
    a, b = slots["A"], slots["B"]
    did = {"done": "yes", "agreed": "silent", "refused": "no", "open": "silent"}[fate]
    agreed = {"done": "yes", "agreed": "yes", "refused": "no", "open": "silent"}[fate]
    refused = _OTHERWISE[agreed]
    return (
        text,
        shown,
        [
            (f"Did {b} {do}?", "", did),
            (f"Did {b} agree to {do}?", "", agreed),
            (f"Did {b} refuse to {do}?", "", refused),
            (f"Did {a} {do}?", "", "silent"),
            (f"Who refused to {do}?", b if fate == "refused" else "", ""),
            (f"Who agreed to {do}?", b if fate == "agreed" else "", ""),
        ],
    )


def _charge(chance: random.Random) -> tuple[str, str, list[_Asked]]:
    slots = _slots(chance)
    do, doing = chance.choice(_CHARGES)
    around = dressing.circumstances(chance)
    do, doing = do.format(**around), doing.format(**around)
    fate = chance.choice(("denied", "denied", "admitted", "open"))
    reply = chance.choice({"denied": _DENIED, "admitted": _ADMITTED, "open": _SILENT}[fate])
    text, shown = _told(
        chance.choice(("{A} accused {B} of ", "{B} was accused by {A} of ")) + doing, reply, slots, chance
    )
    a, b = slots["A"], slots["B"]
    admit = {"denied": "no", "admitted": "yes", "open": "silent"}[fate]
    deny = _OTHERWISE[admit]
    return (
        text,
        shown,
        [
            (f"Did {b} {do}?", "", admit),
            (f"Did {b} deny {chance.choice((doing, 'it', 'the charge'))}?", "", deny),
            (f"Did {b} admit {chance.choice((doing, 'it', 'the charge'))}?", "", admit),
            (f"Did {a} {do}?", "", "silent"),
            (f"Did {b} accuse {a}?", "", "silent"),
            (f"What was {b} accused of?", doing, ""),
            (f"What was {a} accused of?", "", ""),
        ],
    )


def _contrary(chance: random.Random) -> tuple[str, str, list[_Asked]]:
    slots = _slots(chance)
    contrary = chance.choice(_CONTRARY)
    one, other = contrary[:2], contrary[2:]
    if chance.random() < 0.6:
        one, other = other, one
    matter, second = (dressing.filled(words, chance) for words in chance.sample(_MATTERS, 2))
    slots["X"] = matter
    tail = chance.choice(("", "", " on {day}", ", saying that {clause}", ", but {D} did not say why", " in {town}"))
    text, _ = _told(f"{{A}} {one[1]} {{X}}{tail}", "", slots, chance)
    a, d = slots["A"], slots["D"]
    asked = [
        (f"Did {a} {one[0]} {matter}?", "", "yes"),
        (f"Did {a} {other[0]} {matter}?", "", "no"),
        (f"Did {a} {other[0]} {matter}?", "", "no"),
        (f"Did {d} {other[0]} {matter}?", "", "silent"),
        (f"Did {a} {one[0]} {second}?", "", "silent"),
        (f"Who {one[1]} {matter}?", a, ""),
        (f"Who {other[1]} {matter}?", "", ""),
        (f"What did {a} {one[0]}?", matter, ""),
        (f"What did {a} {other[0]}?", "", ""),
    ]
    return text, matter, asked


def _vow(chance: random.Random) -> tuple[str, str, list[_Asked]]:
    slots = _slots(chance)
    base, past, did = chance.choice(_VOWED)
    other = chance.choice([vow for vow in _VOWED if vow[0] != base])
    slots["do"] = do = dressing.filled(chance.choice(lexicon.TO_DO), chance)
    to_whom = " {B}" if base == "promise" and chance.random() < 0.5 else ""
    tail = chance.choice(("", "", ", and {D} was pleased", " before {day}", ". {D} had [asked for it|doubts]"))
    text, _ = _told(f"{{A}} {past}{to_whom} to {{do}}", tail, slots, chance)
    a, d = slots["A"], slots["D"]
    return (
        text,
        f"{past}{to_whom.format(**slots)} to {do}",
        [
            (f"What did {a} {base}?", f"to {do}", ""),
            (f"What did {a} {base} to do?", do, ""),
            (f"Who {past} to {do}?", a, ""),
            (f"Who {other[1]} to {do}?", "", ""),
            (f"What did {d} {base}?", "", ""),
            (f"Did {a} {do}?", "", did),
            (f"Did {a} {base} to {do}?", "", "yes"),
            (f"Did {d} {do}?", "", "silent"),
        ],
    )


def _wish(chance: random.Random) -> tuple[str, str, list[_Asked]]:
    slots = _slots(chance)
    before, base, past, of_whom = chance.choice(_ASKING_FOR)
    gift, other = (dressing.filled(words, chance) for words in chance.sample(lexicon.GIFTS, 2))
    slots |= {"G": gift, "H": other}
    lead = chance.choice(("", "", "", "{D} promised {A} {H}. ", "{A} was thanked by {D}, who promised {H}. "))
    whom = " {B}" if of_whom and (base != "ask" or chance.random() < 0.6) else ""
    instead = " instead" if lead else ""
    thing = f" {before}".rstrip() + " {G}"
    tail = chance.choice(("", "", " on {day}", ", and {D} wrote it down", ". {D} ordered it the same day"))
    who = "{A}" if not lead or chance.random() < 0.5 else slots["A_pron"]
    text, _ = _told(f"{lead}{who} {past}{whom}{instead}{thing}", tail, slots, chance)
    a, b, d = slots["A"], slots["B"], slots["D"]
    stranded = f" {before}".rstrip()
    asked = [
        (f"What did {a} {base}{f' {b}' if whom and base != 'ask' else ''}{stranded}?", gift, ""),
        (f"Who {past}{f' {b}' if whom else ''}{stranded} {gift}?", a, ""),
        (f"What did {d} {base}{f' {b}' if whom and base != 'ask' else ''}{stranded}?", "", ""),
        (f"Who {past}{f' {b}' if whom else ''}{stranded} {other}?", "", ""),
    ]
    if whom:
        asked += [
            (f"What did {a} {base} {b} {before}?", gift, ""),
            (f"Whom did {a} {base} {before} {gift}?", b, ""),
            (f"What did {b} {base} {a} {before}?", "", ""),
            (f"Did {a} {base} {b} {before} {gift}?", "", "yes"),
        ]
    if lead:
        asked += [(f"What did {d} promise?", other, ""), (f"What did {a} promise?", "", "")]
    return text, gift, asked
