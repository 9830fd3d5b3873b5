import gzip
import json
from pathlib import Path

import pytest

from corpus.article import Span
from training.examples import (
    Example,
    Roles,
    _joined,
    asked_whether,
    fill,
    filled,
    multispan,
    qanom,
    qasrl,
    squad_like,
)

HEADER = (
    "qasrl_id,verb_idx,verb,worker_id,assign_id,source_assign_id,question,is_redundant,answer_range,answer,wh,subj,obj,"
    "obj2,aux,prep,verb_prefix,is_passive,is_negated,verb_slot_inflection\n"
)


def words(example: Example) -> list[str]:
    return [span.of(example.context) for span in example.answers]


def test_squad_lines_become_spans_on_word_boundaries(tmp_path: Path) -> None:
    rows = [
        {"id": "1", "question": "Who?", "context": "Annals: Ann sang.", "answers": ["Ann"], "title": "T"},
        {"id": "2", "question": "Who?", "context": "Ann sang.", "answers": [], "title": "T"},
        {"id": "3", "question": "Who?", "context": "Ann sang.", "answers": ["Bo"], "title": "T"},
    ]
    path = tmp_path / "s.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)))
    first, second = squad_like(path, "squad2")
    assert (words(first), first.answers[0].start, first.group) == (["Ann"], 8, "T")
    assert second.answers == ()


def test_sentences_of_one_source_share_a_group(tmp_path: Path) -> None:
    path = tmp_path / "q.jsonl"
    rows = [{"id": f"Wiki1k:x#{i}", "question": "Who?", "context": "Ann sang.", "answers": ["Ann"]} for i in range(2)]
    path.write_text("\n".join(map(json.dumps, rows)))
    assert {example.group for example in squad_like(path, "qamr")} == {"Wiki1k:x"}


def test_tokens_are_joined_as_people_write() -> None:
    text, offsets = _joined(["He", "did", "n't", "pay", "(", "$", "5", ")", ",", "Ann", "'s", "son", "."])
    assert text == "He didn't pay ($5), Ann's son."
    assert [text[a:b] for a, b in offsets][4:8] == ["(", "$", "5", ")"]


@pytest.mark.parametrize(
    ("question", "filled_in"),
    [
        ("Who thanked someone?", "Who thanked Cambodia?"),
        ("Who thanked someone for something?", None),
        ("Who left?", None),
    ],
)
def test_one_placeholder_is_filled(question: str, filled_in: str | None) -> None:
    assert fill(question, "Cambodia") == filled_in


def test_qasrl_questions_are_filled_with_the_other_party(tmp_path: Path) -> None:
    sentences, annotations = tmp_path / "s.csv", tmp_path / "a.csv"
    sentences.write_text("qasrl_id,tokens,sentence\nW:1,Pompeo thanked Cambodia .,x\n")
    annotations.write_text(
        HEADER
        + "W:1,1,thanked,w,a,s,Who thanked someone?,False,0:1,Pompeo,who,,someone,,,,,False,False,Past\n"
        + "W:1,1,thanked,w,a,s,Who did someone thank?,False,2:3,Cambodia,who,someone,,,did,,,False,False,stem\n"
        + "W:1,1,thanked,w,a,s,When did someone thank someone?,False,,,when,someone,someone,,did,,,False,False,stem\n"
    )
    asked = list(qasrl(annotations, sentences))
    assert [(role, words(example)) for example, _, role in asked] == [
        ("subject", ["Pompeo"]),
        ("object", ["Cambodia"]),
    ]
    assert [(e.question, words(e)) for e, _ in filled(asked)] == [
        ("Who thanked Cambodia?", ["Pompeo"]),
        ("Who did Pompeo thank?", ["Cambodia"]),
    ]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Who did someone thank?", ("Did Pompeo thank Cambodia?", "Did Cambodia thank Pompeo?")),
        (
            "What has someone apologized to?",
            ("Has Pompeo apologized to Cambodia?", "Has Cambodia apologized to Pompeo?"),
        ),
        ("What didn't someone say?", None),
        ("What was thanked?", None),
    ],
)
def test_a_question_for_the_object_becomes_one_for_yes_or_no(question: str, asked: tuple[str, str] | None) -> None:
    text = "Pompeo thanked Cambodia."
    roles = Roles("g", text, "v", ("Who thanked someone?", Span(0, 6)), (question, Span(15, 23)))
    assert asked_whether(roles) == asked


def test_qanom_is_read_the_same_way(tmp_path: Path) -> None:
    slots = {"wh": "who", "aux": "might", "subj": "_", "verb": "elect", "obj": "someone", "prep": "_", "obj2": "_"}
    label = {
        "answerJudgments": [{"isValid": True, "spans": [[0, 2]]}, {"isValid": False}],
        "questionSlots": slots,
        "isPassive": False,
    }
    row = {
        "sentenceId": "W:2",
        "sentenceTokens": ["The", "party", "held", "an", "election", "."],
        "verbEntries": {"4": {"questionLabels": {"Who might elect someone?": label}}},
    }
    path = tmp_path / "n.jsonl.gz"
    with gzip.open(path, "wt") as file:
        file.write(json.dumps(row))
    ((example, key, role),) = qanom(path)
    assert (words(example), key, role, example.group) == (["The party"], "W:2:4", "subject", "W:2")


def test_several_answers_are_all_accepted(tmp_path: Path) -> None:
    row = {
        "id": "m",
        "question": ["who", "sang"],
        "context": ["Dave", "Stewart", "and", "Ann", "sang"],
        "label": ["B", "I", "O", "B", "O"],
    }
    path = tmp_path / "m.json"
    path.write_text(json.dumps({"data": [row]}))
    (example,) = multispan(path)
    assert (example.question, words(example)) == ("who sang?", ["Dave Stewart", "Ann"])
    assert example.answers[0] == Span(0, 12)
