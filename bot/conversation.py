"""One chat's memory: message -> self-contained question -> Answer. Knows no screen and no Telegram.

A follow-up is put into words of its own in every way that its pronouns allow; the reader's confidence decides.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.circumstances import is_bare
from bot.followups import Turn, first_names_form, is_only_named, left_open, opened, pronouns_in, resolve, rewritings
from bot.topics import is_question, topic_of
from bot.wording import is_greeting, is_yes, straight
from retrieval.answer import MAX_QUESTION, Answerer
from retrieval.questions import Kind, asks_for_speech, kind_of
from retrieval.types import Answer, Verdict

REMEMBERED = 20  # messages
TURNS = 3  # whose names a pronoun may stand for
_SAID = 3  # answers of a turn


class Conversation:
    """Earlier messages of one chat with the last turns, and the Answerer that all chats share.

    Whom a pronoun means that nothing before it names is asked back, unless the collection is about one thing.
    """

    def __init__(
        self,
        answerer: Answerer,
        earlier: Sequence[str] = (),
        turns: Sequence[Turn] = (),
        *,
        asks_back: bool = True,
    ) -> None:
        self._answerer = answerer
        self._asks_back = asks_back
        self._messages = list(earlier)[-REMEMBERED:]
        self.turns = list(turns)[-TURNS:]

    def ask(self, message: str) -> Answer:
        """Answer a message, which may lean on earlier ones. InputError for one that is no question.

        A greeting finds nothing, and is not remembered.
        """
        confirmed = self._asked_back() if is_yes(message) else ""
        if is_greeting(message) and not confirmed:
            return Answer(message, message, Verdict.NOT_FOUND)
        asked, meant = (confirmed, confirmed) if confirmed else self._straight(message)
        answer = replace(self._answer(asked), question=message)
        if answer.verdict is Verdict.NOT_FOUND and not answer.unclear and meant != asked:
            answer = replace(answer, meant=meant)
        self._messages = [*self._messages, message][-REMEMBERED:]
        self.turns = [*self.turns, Turn(answer.meant or answer.resolved, _things(answer))][-TURNS:]
        return answer

    def _asked_back(self) -> str:
        """What was asked back for the last message, "Did you mean ...?"; "" where nothing was."""
        if not self._messages:
            return ""
        asked, meant = self._straight(self._messages[-1])
        return meant if meant != asked and [turn.asked for turn in self._recalled()[-1:]] == [meant] else ""

    def _straight(self, message: str) -> tuple[str, str]:
        """The question in a message, with its names' capitals; and what was meant where a name may be misspelled."""
        if not message.strip() or len(message) > MAX_QUESTION:
            return message, message
        spelling = self._answerer.spelled(message)
        asked = straight(self._answerer.with_capitals(spelling.question))
        return asked, asked if spelling.meant == spelling.question else straight(spelling.meant)

    def _answer(self, message: str) -> Answer:
        if len(message) > MAX_QUESTION:
            return self._answerer.answer(message)
        joined, open_ = resolve(message, self._messages), self._left_open(message)
        alone = joined == message and not open_
        if alone and not is_only_named(message):
            return answered(self._answerer, message, message)
        turns = self._recalled()
        unclear = bool(turns and self._left_open(turns[-1].asked))  # so that a name alone says who is meant
        if alone and not unclear:
            return answered(self._answerer, message, message)
        if tried := self._after(message, turns):
            found = [answer for answer in tried if answer.answers]
            return max(found, key=lambda answer: answer.answers[0].confidence) if found else tried[0]
        if open_ and (not turns or unclear or kind_of(turns[-1].asked) is not Kind.WHETHER):
            return Answer(message, message, Verdict.NOT_FOUND, unclear=open_)
        # Not to be put into words: searched with what was said before, read as it stands unless that says nothing.
        asked_alone = opened(message)
        return self._answerer.answer(message, joined, None if is_bare(asked_alone) else asked_alone or message)

    def _after(self, message: str, turns: Sequence[Turn]) -> list[Answer]:
        """What it may mean after those turns, answered: by the last one, or, where that leads to nothing, by more."""
        recent: list[Turn] = []
        tried: list[Answer] = []
        for turn in reversed(turns):
            if kind_of(turn.asked) is Kind.BLANKS and not turn.said:
                break  # of many pairs nobody is meant, nor anybody before them
            recent.append(turn)
            known = {answer.resolved for answer in tried}
            asked = rewritings(message, *recent, form_of=self._form_of)
            tried += [answered(self._answerer, message, one) for one in asked if one not in known]
            if any(answer.answers for answer in tried) or not pronouns_in(message):  # only those reach further back
                break
        if recent and not tried:
            asked = rewritings(message, *recent, form_of=self._form_of, partly=True)
            tried = [answered(self._answerer, message, one) for one in asked]
        return tried

    def _form_of(self, words: str) -> str:
        """As the articles have it, or else by the first name."""
        return self._answerer.pronoun_of(words) or first_names_form(words)

    def _left_open(self, question: str) -> str:
        return left_open(question) if self._asks_back else ""

    def _recalled(self) -> list[Turn]:
        """The last turns; where only the messages are known the last one is asked again."""
        if not self.turns and self._messages:
            previous = Conversation(self._answerer, self._messages[:-1], asks_back=self._asks_back)
            previous.ask(self._messages[-1])
            self.turns = previous.turns
        return self.turns

    def clear(self) -> None:
        """Forget what was said."""
        self._messages.clear()
        self.turns.clear()


def answered(answerer: Answerer, message: str, resolved: str) -> Answer:
    """A self-contained question answered; or what the articles have about a topic."""
    topic = topic_of(resolved)
    if topic:
        told = answerer.about(resolved, topic.words)
        if told.answers or topic.surely:
            return told
    answer = answerer.answer(message, resolved)
    if answer.answers or topic or is_question(resolved):
        return answer
    told = answerer.about(resolved, resolved)  # "Lie thanked Ek"
    return told if told.answers else answer


def _things(answer: Answer) -> tuple[str, ...]:
    """The first answers' words, or the parties of a single pair, unless they are a sentence, or what somebody said:
    no pronoun means those.
    """
    asked, kind = answer.resolved, kind_of(answer.resolved)
    if kind is Kind.BLANKS and len(answer.answers) == 1:
        roles = answer.answers[0].roles or {}
        return tuple(roles[role] for role in ("agent", "patient") if role in roles)
    if kind is not Kind.WORDS or asks_for_speech(asked):
        return ()
    return tuple(found.text for found in answer.answers[:_SAID])
