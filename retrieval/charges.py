"""What somebody is only charged with, or what is only claimed or rumoured: "He was charged with the theft" does not
tell that he stole anything.

By the form of the sentence and the verbs that news charge people with. Leaves out whether the charge is true.
"""

import re

from retrieval.naming import is_name
from retrieval.search import STOP_WORDS, share_of

_CHARGE = re.compile(
    r"\b(?:accus(?:e|es|ed|ing)|alleg\w+|charg(?:e|es|ed|ing) (?:[\w’'-]+ ){0,4}?with|charges of|"
    # not "claimed gold"
    r"claim(?:s|ed|ing)?(?= (?:having|that|to)\b| (?:[\w’'-]+ ){1,5}(?:had|has|have|is|was|were|will|would)\b)|"
    r"acquit(?:s|ted|ting)|"
    r"clear(?:s|ed|ing)(?= (?:[\w’'-]+,? ){0,12}?of (?:having )?[a-z]+(?:ing|ed)\b)|"
    r"indict\w*|suspect(?:s|ed)|suspicion|"
    # What is told on nobody's word.
    r"purportedly|reportedly|rumou?r has it|supposedly|"
    r"(?:are|is|was|were) (?:believed|reported|rumou?red|said|thought|understood) to)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:accus|acquit|alleg|believed|charg|claim|clear|indict|purported|reported|rumou?r|said to|suppos|suspect|"
    r"suspicion|thought to)",
    re.IGNORECASE,
)
# "acquitted the mayor, Ada Lie, of stealing it"
_SCOPE = re.compile(r"(?:[^,;]*, [^,;]+,(?= (?:of|with) ))?.*?(?=[,;] |\b(?:and|but|who)\b|$)", re.DOTALL)
_WORD = re.compile(r"\w+")


def is_only_charged(question: str, sentence: str) -> bool:
    """Whether a sentence has what a question asks about only behind a charge, which the question does not ask for."""
    if _ASKED.search(question):
        return False
    rest, charged = [], 0
    for charge in _CHARGE.finditer(sentence):
        scope = _SCOPE.match(sentence, charge.end())
        rest.append(sentence[charged : charge.start()])
        charged = scope.end() if scope else charge.end()
    wanted = [word for word in _WORD.findall(question) if not is_name(word) and word.lower() not in STOP_WORDS]
    return bool(rest and wanted) and not share_of(wanted, " ".join([*rest, sentence[charged:]]))
