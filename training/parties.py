"""Who acts in made-up news, and verbs that nobody knows."""

import random
from dataclasses import replace

from training import dressing, lexicon
from training.lexicon import Party, Verb


def invented_verb(chance: random.Random) -> Verb:
    """A verb that nobody knows. Its forms begin alike and fall into other word pieces, as those of rare verbs do:
    "oust" and "ousted" share none.
    """
    base = dressing.invented(chance).lower()
    if base[-1] in "aiouéö":
        base += chance.choice("knrst")
    past = f"{base}d" if base.endswith("e") else f"{base}ed"
    return Verb(base, past, past, chance.choice(("for", "over", "after", "during", "about")))


def namesake(party: Party, chance: random.Random) -> Party | None:
    """Somebody else with the same first or last name; None for those who have not both."""
    first, _, last = party.name.partition(" ")
    if not last or first not in lexicon.FIRST_NAMES:
        return None
    others = lexicon.MEN if first in lexicon.MEN else lexicon.WOMEN
    if chance.random() < 0.6:
        name = f"{chance.choice([other for other in others if other != first])} {last}"
    else:
        name = f"{first} {chance.choice([other for other in lexicon.SURNAMES if other != last])}"
    return replace(party, name=name)


def parties(chance: random.Random, count: int) -> list[Party]:
    """Different parties; now and then two share a first or last name, else no two share a word."""
    parties: list[Party] = []
    used: set[str] = set()
    while len(parties) < count:
        like = namesake(chance.choice(parties), chance) if parties and chance.random() < 0.12 else None
        if like and like.name not in {party.name for party in parties}:
            parties.append(like)
            continue
        party = _party(chance)
        words = {word for word in party.name.lower().split() if word != "the"}
        if words.isdisjoint(used):
            used |= words
            parties.append(party)
    return parties


def _party(chance: random.Random) -> Party:
    man = chance.random() < 0.5
    he = ("he", "him", "his") if man else ("she", "her", "her")
    kind = chance.random()
    if kind < 0.62:
        first, last = chance.choice(lexicon.MEN if man else lexicon.WOMEN), chance.choice(lexicon.SURNAMES)
        if chance.random() < 0.4:
            last = dressing.invented(chance)
        titled = f"{chance.choice(lexicon.OFFICES).title()} {last}"
        return Party(chance.choice((f"{first} {last}", f"{first} {last}", last, titled)), *he)
    if kind < 0.75:
        return Party(chance.choice(lexicon.NATIONS), "it", "it", "its")
    if kind < 0.9:
        return Party(chance.choice(lexicon.BODIES), "it", "it", "its")
    return Party(f"the {chance.choice(lexicon.OFFICES)}", *he)
