import time
from pathlib import Path

import pytest

from bot.conversation import REMEMBERED, TURNS
from bot.followups import Turn
from bot.telegram.memory import DAY, Memory, Sent
from retrieval.errors import SetupError


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "index" / "telegram.db")


def test_an_update_is_taken_once_and_kept_until_it_is_dealt_with(memory: Memory, tmp_path: Path) -> None:
    assert [memory.receive(2, "b"), memory.receive(1, "a"), memory.receive(2, "b")] == [True, True, False]
    assert memory.unfinished() == ["a", "b"]
    memory.finish(1)
    assert Memory(tmp_path / "index" / "telegram.db").unfinished() == ["b"]
    assert not memory.receive(1, "a")


def test_what_was_leaving_when_the_bot_was_killed_is_dealt_with(memory: Memory, tmp_path: Path) -> None:
    for number in (1, 2, 3):
        memory.receive(number, str(number))
    memory.leave(2)
    memory.leave(2)
    assert memory.unfinished() == ["1", "3"]
    memory.leave(1)
    after = Memory(tmp_path / "index" / "telegram.db")  # without an end of the first
    assert after.unfinished() == ["3"]
    assert after.unfinished() == ["3"]
    assert not after.receive(2, "2")


def test_more_may_leave_than_there_is_room_for(memory: Memory) -> None:
    for number in range(1, 101):
        memory.receive(number, str(number))
        memory.leave(number)
    assert memory.unfinished() == []
    memory.receive(101, "101")
    memory.leave(101)
    memory.finish(101)
    memory.receive(102, "102")
    assert memory.unfinished() == ["102"]


def test_a_conversation_is_of_its_chat_and_thread_and_has_a_bound(memory: Memory) -> None:
    for number in range(REMEMBERED + 5):
        memory.say(1, 0, f"q{number}", Turn(f"asked {number}", ("Ada\nLie", "Bo")))
    memory.say(1, 9, "other", Turn("other"))
    messages, turns = memory.conversation(1, 0)
    assert messages == [f"q{number}" for number in range(5, REMEMBERED + 5)]
    last = range(REMEMBERED + 5 - TURNS, REMEMBERED + 5)
    assert turns == [Turn(f"asked {number}", ("Ada Lie", "Bo")) for number in last]
    assert memory.conversation(1, 9) == (["other"], [Turn("other")])
    assert memory.conversation(2, 0) == ([], [])


def test_answers_are_found_by_message_and_by_question(memory: Memory) -> None:
    first, second = Sent(10, 0, "Who?", ""), Sent(11, 0, "Who?", "")
    memory.send(1, 5, [first, second])
    assert (memory.sent(1, 11), memory.answer_to(1, 5), memory.last_answer(1, 0)) == (second, first, second)
    assert memory.sent(2, 11) is None
    memory.send(1, 5, [Sent(10, 0, "Why?", "")])
    assert (memory.sent(1, 11), memory.answer_to(1, 5)) == (None, Sent(10, 0, "Why?", ""))


def test_clearing_forgets_a_conversation_or_a_chat(memory: Memory) -> None:
    for thread in (0, 3):
        memory.say(1, thread, "q", Turn("q"))
        memory.send(1, thread, [Sent(10 + thread, thread, "q", "")])
    memory.clear(1, 3)
    assert memory.conversation(1, 3) == ([], [])
    assert memory.sent(1, 13) is None
    assert memory.conversation(1, 0)[0] == ["q"]
    memory.clear(1)
    assert memory.conversation(1, 0) == ([], [])


def test_what_is_cleared_is_gone_from_the_file(memory: Memory, tmp_path: Path) -> None:
    memory.say(1, 0, "a very private question", Turn("a very private question"))
    memory.clear(1)
    memory.close()
    assert b"very private" not in (tmp_path / "index" / "telegram.db").read_bytes()


def test_old_things_go(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    memory.say(1, 0, "old", Turn("old"))
    memory.send(1, 5, [Sent(10, 0, "old", "")])
    memory.receive(1, "waiting")
    memory.receive(2, "done")
    memory.finish(2)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 31 * DAY)
    memory.say(1, 0, "new", Turn("new"))
    memory.forget_older_than(30)
    assert memory.conversation(1, 0)[0] == ["new"]
    assert memory.sent(1, 10) is None
    assert memory.unfinished() == ["waiting"]
    assert memory.receive(2, "done")


def test_one_refusal_an_hour(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [memory.may_refuse(1), memory.may_refuse(1), memory.may_refuse(2)] == [True, False, True]
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3601)
    assert memory.may_refuse(1)


def test_counts(memory: Memory) -> None:
    memory.send(1, 5, [Sent(10, 0, "q", "")])
    memory.send(2, 5, [Sent(10, 0, "q", ""), Sent(11, 0, "q", "")])
    memory.count("unhelpful")
    memory.count("unhelpful")
    assert memory.counts() == {"chats": 2, "answers": 3, "unhelpful": 2}


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(SetupError, match="cannot be opened"):
        Memory(tmp_path / "file" / "telegram.db")
