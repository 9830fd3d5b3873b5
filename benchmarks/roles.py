"""Who did what to whom, over a made-up collection (collection.py): search, reading and citing together.

    python -m benchmarks.roles [--wrong N]

Questions in every form go through the Answerer; then "Who V-ed whom?" for each of 40 verbs. Reported apart: the third
whose verbs and sentences were used neither in training nor in tuning.
"""

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.collection import Asked, Told, collection
from benchmarks.data import table
from benchmarks.questions import normalised
from benchmarks.timing import times_as_long, times_table
from bot.collection import Progress, open_answerer, reembed
from bot.settings import Settings
from retrieval.answer import Answerer
from retrieval.types import Answer, Verdict
from training import lexicon

_TIMED = 20  # questions


def main() -> None:
    """Build the collection, ask everything, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", type=int, default=0, help="print so many questions of each kind that went wrong")
    options = parser.parse_args()
    articles, asked = collection()
    with tempfile.TemporaryDirectory() as scratch:
        write(articles, Path(scratch) / "articles")
        settings = Settings(corpus=Path(scratch) / "articles", index=Path(scratch) / "index")
        reembed(settings, Progress())
        answerer = open_answerer(settings)
        answers = [answerer.answer(one.question) for one in asked]
        times = times_report(answerer, asked)
    rows = list(zip(asked, answers, strict=True))
    print(report((one, answer) for one, answer in rows if one.kind != "pairs"))
    print()
    print(pairs_report([(one, answer) for one, answer in rows if one.kind == "pairs"]))
    print()
    print(verdicts_report([(one, answer) for one, answer in rows if one.verdict]))
    print()
    print(times)
    if options.wrong:
        _print_wrong(rows, options.wrong)


def write(articles: Iterable[Told], folder: Path) -> None:
    """As files of a corpus folder."""
    folder.mkdir(parents=True)
    for article in articles:
        facts = f"---\ntitle: '{article.title}'\npublished: {article.day}\n---\n"
        (folder / f"{article.id}.md").write_text(f"{facts}\n{article.text}\n", "utf-8")


def is_right(asked: Asked, answer: Answer) -> bool:
    """The words and the cited sentence, or the verdict with its sentence, or silence."""
    cited = bool(answer.answers) and asked.sentence in answer.answers[0].citation.sentence
    if asked.verdict == "silent" or not (asked.answers or asked.verdict):
        return answer.verdict is Verdict.NOT_FOUND
    if asked.verdict:
        return answer.verdict.value == asked.verdict and cited
    if asked.kind == "list" and len(asked.answers) > 1:
        return cited and {normalised(one.text) for one in answer.answers} == {normalised(w) for w in asked.answers}
    said = normalised(answer.answers[0].text) if answer.answers else ""
    return cited and said in {normalised(words) for words in asked.answers}


def claimant_is_right(asked: Asked, answer: Answer) -> bool:
    """Whether the first answer is given as the word of whoever says so, and of nobody where nobody does."""
    return bool(answer.answers) and normalised(answer.answers[0].claimant_text) == normalised(asked.claimant)


def pairs_of(answer: Answer) -> set[tuple[str, str]]:
    """What an answer to "Who V-ed whom?" claims."""
    return {
        (normalised(found.roles.get("agent", "")), normalised(found.roles.get("patient", "")))
        for found in answer.answers
        if found.roles
    }


def report(rows: Iterable[tuple[Asked, Answer]]) -> str:
    """A line to each kind of question: of the seen two thirds and of the unseen third, how many are right."""
    counts: dict[str, dict[bool, list[bool]]] = defaultdict(lambda: {False: [], True: []})
    for asked, answer in rows:
        groups = {asked.kind} | ({"all with an answer"} if asked.answers else set())
        groups |= {"reversed and strangers"} if asked.kind in ("reversed", "stranger") else set()
        if asked.kind == "whether" and asked.verdict == "silent":
            groups |= {"whether: silent"}
        for group in groups:
            counts[group][asked.unseen].append(is_right(asked, answer))
        if asked.answers and answer.answers:
            group = "whose word it is" if asked.claimant else "nobody's word"
            counts[group][asked.unseen].append(claimant_is_right(asked, answer))
    lines = [[kind, *(_share(found[new]) for new in (False, True))] for kind, found in sorted(counts.items())]
    return table(["kind", "seen verbs and sentences", "unseen"], lines)


def pairs_report(rows: list[tuple[Asked, Answer]]) -> str:
    """Precision, recall and F1 of the pairs."""
    lines = []
    for name, chosen in (("seen", False), ("unseen", True)):
        held = claimed = right = 0
        for asked, answer in rows:
            if asked.unseen is chosen:
                true = {(normalised(a), normalised(b)) for a, b in asked.pairs}
                said = pairs_of(answer)
                held, claimed, right = held + len(true), claimed + len(said), right + len(true & said)
        precision, recall = right / max(1, claimed), right / max(1, held)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        lines.append([name, str(held), f"{precision:.3f}", f"{recall:.3f}", f"{f1:.3f}"])
    return table(["pairs", "held", "precision", "recall", "F1"], lines)


def verdicts_report(rows: list[tuple[Asked, Answer]]) -> str:
    """Yes-or-no questions, as many of each kind: what was said to them, and how often silence was called a no."""
    by_verdict = {name: [row for row in rows if row[0].verdict == name] for name in ("yes", "no", "silent")}
    count = min(len(found) for found in by_verdict.values())
    said = {"not_found": "silent"}
    lines, right = [], 0
    for name, found in by_verdict.items():
        verdicts = [said.get(answer.verdict.value, answer.verdict.value) for _, answer in found[-count:]]
        right += verdicts.count(name)
        lines.append([name, str(count), *(str(verdicts.count(one)) for one in by_verdict)])
    lines.append(["all", str(3 * count), f"right: {right / max(1, 3 * count):.3f}", "", ""])
    return table(["yes or no", "asked", "said yes", "said no", "silent"], lines)


def times_report(answerer: Answerer, asked: Sequence[Asked]) -> str:
    """How much longer pairs and a yes or no take than the plain question over the same passages, taking turns."""
    pairs = [one for one in asked if one.kind == "pairs"][:_TIMED]
    verbs = (*lexicon.TRAINING_VERBS, *lexicon.HELD_OUT_VERBS)
    longer: dict[str, list[float]] = {"pairs": [], "yes or no": []}
    for one in pairs:
        agent, patient = one.pairs[0]
        past = one.question.split(" ", 1)[1].removesuffix(" whom?")
        base = next(verb.base for verb in verbs if verb.past == past)
        plain = f"Who {past} {patient}?"
        ratios = times_as_long(answerer, plain, one.question, f"Did {agent} {base} {patient}?")
        for found, ratio in zip(longer.values(), ratios, strict=True):
            found.append(ratio)
    return times_table(longer)


def _share(right: list[bool]) -> str:
    return f"{sum(right) / len(right):.3f} of {len(right)}" if right else ""


def _print_wrong(rows: Iterable[tuple[Asked, Answer]], most: int) -> None:
    shown: dict[tuple[str, bool], int] = defaultdict(int)
    for asked, answer in rows:
        if asked.kind == "pairs":
            true = {(normalised(a), normalised(b)) for a, b in asked.pairs}
            said = pairs_of(answer)
            if true != said:
                print(f"\n{asked.question}\n  missed {sorted(true - said)}\n  wrong {sorted(said - true)}")
        elif not is_right(asked, answer) and shown[asked.kind, asked.unseen] < most:
            shown[asked.kind, asked.unseen] += 1
            got = [
                (found.text, round(found.confidence, 2), found.citation.sentence) for found in answer.answers[:2]
            ] or answer.verdict.value
            wanted = asked.answers or asked.verdict or "not found"
            print(f"\n{asked.kind}{', unseen' * asked.unseen}: {asked.question} {wanted}: {asked.sentence}\n  {got}")


if __name__ == "__main__":
    main()
