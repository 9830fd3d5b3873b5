"""Which words of a sentence belong to one clause, as far as the form of the text tells.

Somebody and a "him" of one clause are two persons: "Lie thanked her" (binding, principle B). Whoever is only spoken
of in a relative clause is less in the reader's mind than whom the sentence is about (salience.py).
"""

import re

from retrieval.inflection import base_of_past, is_participle
from retrieval.person_nouns import is_person_noun
from retrieval.phrases import is_verb

RESTRICTIVE = r" (?:who|whom|that) [^,.;:“”\"()]{1,80}"  # of one description alone: "the man who met her"
_ADDED = re.compile(r", (?!who\b)(?P<first>[^ ,]+)[^,]{0,60},(?= [a-z])|,? who\b")  # "Lie, 42, left", "Lie, who left"
# "Lie knows that", "Lie asked him to sing for", "Lie left after", "Lie took the dog with"
_OTHER = re.compile(
    r"[;:“”\"()–—]|\b(?:after|because|before|how|if|once|since|than|that|though|unless|until|what|when|where|whether"
    r"|which|while|who|whom|whose|why|he|she|they|we)\b|\b(?-i:to (?!(?:the|an?|his|her|its|their)\b)[a-z]+)\b"
    r"|\b(?:about|around|behind|beside|near|of|with)(?: [a-z]+)? ?$",
    re.IGNORECASE,
)
_ACTION = re.compile(r"(?<!day )(?<!the )(?<!his )\b[a-z]+ing\b")  # not "Sunday evening"
_NAMED = re.compile(r", (?:[A-Z][\w.’'-]*(?: (?=[A-Z])|(?=,)))+,")  # ", Liam Foley,"
_COMMA = re.compile(r",(?: (?:and|but|or))?(?: (?:also|even|later|then))? (?P<next>\S+)")
_RELATIVE = re.compile(
    r"\b(?:who|whom|which|whose|where|when|while|because|after|before|if)\b[^,;:]*$", re.IGNORECASE
)


def is_restrictive(between: str) -> bool:
    """Whether what stands between a description and a name belongs to the description: "the man who met her, Bo Ek,";
    not where it ends with another, whose name it is: "the man who met the mayor, Ada Lie,".
    """
    return bool(re.fullmatch(f"{RESTRICTIVE}, ", between)) and not ends_with_another(between.removesuffix(", "))


def ends_with_another(clause: str) -> bool:
    """Whether the last word of a relative clause is a name or stands for somebody."""
    *_, last = clause.split()
    return last[:1].isupper() or is_person_noun(last)


def is_of_one(between: str) -> bool:
    """Whether a subject and a "him" with these words between them are of one clause, or of two that have the subject
    in common: "Lie found the letter, read it and thanked ".
    """
    added = _ADDED.match(between)
    told = between[added.end() :] if added and not _is_deed(added["first"] or "") else between
    told = _NAMED.sub("", told)
    if _OTHER.search(told) or any(is_participle(word) for word in _ACTION.findall(told)):
        return False
    return all(_is_deed(comma["next"]) for comma in _COMMA.finditer(told)) and not told.rstrip().endswith(",")


def is_embedded(before: str) -> bool:
    """Whether what stands behind these words of a sentence is in a clause that hangs on another."""
    return bool(_RELATIVE.search(before))


def _is_deed(word: str) -> bool:
    return is_verb(word) or bool(base_of_past(word))
