"""Ways to tell who did what to whom. What is made of them: generated.py.

[one|another] is a choice, and may hold choices. TRAINING and HELD_OUT share no verb and no template.
"""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

from training import lexicon
from training.lexicon import Verb


@dataclass(frozen=True, slots=True)
class Language:
    """Verbs and ways to put facts. Slots: {A} did it to {B}, {B} or {A} did another thing to {C}, {D} stands by."""

    verbs: Sequence[Verb]
    one: Sequence[str]
    chain: Sequence[str]  # A -> B, B -> C
    fork: Sequence[str]  # A -> B, A -> C by the other verb
    mutual: Sequence[str]  # A -> B and B -> A
    unreal: Sequence[str]  # it did not happen
    claimed: Sequence[str] = ()  # A -> B, as {D} has it
    joint: Sequence[str] = ()  # A and C -> B
    both: Sequence[str] = ()  # A -> B and C
    nobody: Sequence[str] = ()  # somebody unnamed -> B


TRAINING = Language(
    verbs=lexicon.TRAINING_VERBS,
    one=(
        "{A} {past} {B}{why}.",
        "{A} {past} {B}{why}.",
        "{B} was {pp} by {A}{why}.",
        "{B} was {pp} by {A}{why}.",
        "{B} has been {pp} by {A}{why}.",
        "{A} has {pp} {B}{why}.",
        "{A} had {pp} {B}{why} before {D} arrived.",
        "{A}, who arrived on {day}, {past} {B}{why}.",
        "On {day}, {A} {past} {B}{why}.",
        "{B}, who was {pp} by {A}{why}, declined to comment.",
        "{B}, {pp} by {A}{why}, left {town} on {day}.",
        "{A}, who {past} {B}{why}, left on {day}.",
        "It was {A} who {past} {B}{why}.",
        "It was {B} whom {A} {past}{why}.",
        "{A} publicly {past} {B}{why}, according to the report.",
        "{A} {past} {B}, not {D}{why}.",
        "{A}, and not {D}, {past} {B}{why}.",
        "{A} did not {base} {D}; {a} {past} {B}{why}.",
        "{A} {noun} {B}{why}.",
        "{A} {noun} {B} on {day}.",
        "{A} travelled to {town} on {day}. There {a} {past} {B}{why}.",
        "{A} came to {town} with {poss} lawyers. On {day} {a} {past} {B}{why}.",
        "{A} arrived in {town} on {day}. It was the first visit in years. {A_pron} {past} {B}{why}.",
        "{A} called the talks useful. {A_pron} also said that no date had been set. {A_pron} {past} {B}{why}.",
        "{A} met {D} in {town} and praised the talks. “{A_pron} also {past} {B}{why},” a statement said.",
        "{A} and {D} spoke on {day}. {A} called it a good start. {A_pron} also {past} {B}{why}.",
        "Instead of {D}, {A} {past} {B}{why}.",
        "Unlike {D}, {A} {past} {B}{why}.",
        "Together with {poss} lawyers, {A} {past} {B}{why}.",
        "Despite the rain, {A} {past} {B}{why}.",
        "Finally {A} {past} {B}{why}.",
        "Last of all, {A} {past} {B}.",
        "The one to {base} {B}{why} was {A}.",
        "The woman or man behind it all, {A}, {past} {B}{why}.",
        "The first that {past} {B} was {A}; {D} was the second to arrive.",
        "Being {pp} by {A} was an honour, {B} recalled.",
        "{B} told reporters about being {pp} by {A}.",
        "At the airport of {town}, {B} was met by reporters and {pp} by {A}{why}.",
        "{A} {past} {B}{why} with tears in the eyes.",
        "{A} {past} {B}{why} before the cameras on {day}.",
        "{A} spoke first. Later {a} {past} {B}{why}.",
        "{A} stayed in {town} until {day}. {A_pron} also {past} {B}{why}.",
        "{B} spoke to reporters in {town}. {A} had {pp} {b} earlier{why}.",
        "{B} was in {town} on {day}. {A} {past} {b} there{why}.",
        "{A} and {D} came to {town}. The former {past} {B}{why}.",
        "{D} and {A} came to {town}. The latter {past} {B}{why}.",
        "After a meeting with {D}, {A} {past} {B}{why}.",
        "{B} had been {pp} by {A} before the meeting with {D}.",
        "“I have {pp} {B},” {A} told reporters.",
        "“I {past} {B}{why},” said {A}.",
        "{B} [spoke first|came to {town} in {month}|was there on {day}|is well known in {town}]. “I {past} {b} "
        "[then|at the time|there|that day]{why},” {A} [said|recalled|told reporters].",
        "{A} [knows|remembers|has met] {B}. “I [had {pp}|{past}] {b} [before|once|years ago]{why},” {a} said.",
        "“{A} [{past}|has {pp}] [me|us]{why},” [{B} said|said {B}|{B} told reporters].",
        "{A} was the first to {base} {B}{why}.",
        "{A} decided to {base} {B}{why}, and did so on {day}.",
        "Among those {pp} by {A} was {B}.",
        "{D} watched as {A} {past} {B}{why}.",
        "{D} left before {B} was {pp} by {A}{why}.",
        "When {A} {past} {B}{why}, {D} said nothing.",
        "The {day} when {A} {past} {B} will be remembered in {town}.",
        "The man or woman that {past} {B}{why} is called {A}.",
        "Whoever asks who {past} {B}{why} is told: {A}.",
        "The first person to be {pp} by {A}{why} was {B}.",
        "The only one whom {A} {past}{why} was {B}.",
        "{A}, rather than {D}, {past} {B}{why}.",
        "It was not {D} but {A} who {past} {B}{why}.",
        "{B}, and not {D}, was {pp} by {A}{why}.",
        "{A} {past} {B}{why} instead of {D}.",
        "{B} was glad to have been {pp} by {A}{why}.",
        "{B} did not expect to be {pp} by {A}, but was.",
        "{A} landed in {town} on {day}. After a short rest {a} {past} {B}{why}.",
        "{A} sat down with {D}. By the evening {a} had {pp} {B}{why}.",
        "{B} took the stage first, {pp} by {A}{why}.",
        "{A} surprised everyone when {a} {past} {B}{why}.",
        "{A}, whom {D} had met in {town}, {past} {B}{why}.",
        "{A}, sitting beside {D}, {past} {B}{why}.",
        "Neither {D} nor the others, but {A} {past} {B}{why}.",
        "{D} was asked about {A}, who {past} {B}{why}.",
        "{A} used {poss} speech in {town} to {base} {B}{why}.",
        "{A} took the time to {base} {B}{why}.",
        "{A} managed to {base} {B}{why}.",
        "{A} did not hesitate to {base} {B}{why}.",
        "{A} went on to {base} {B}{why}, {D} noted.",
        "{A} was forced to {base} {B}{why}, and did it at once.",
        "{A} had to {base} {B} in front of {D}{why}.",
        "Not {D} but {B} was {pp} by {A}{why}.",
        # What stands between.
        "{B} [left {town}|went home|sat down|smiled|stepped off the train in {town}|could not speak|took a bow], "
        "{pp} [only minutes before|a little earlier|on {day}|for the second time|at the last moment|in public|"
        "the day before|just then|some time after the vote] by {A}{why}.",
        "{B} [left|entered] the [room|court|stadium|building] [in tears|alone|by the back door], "
        "[having been|just|freshly|publicly] {pp} [|by surprise ]by {A}{why}.",
        "[Having been|After being|Once] {pp} [|on {day} |in {town} ]by {A}{why}, {B} [went home|fell silent|"
        "left {town}].",
        "{B} was [{pp} twice|{pp} on {day}|{pp} without warning|{pp} before the cameras|openly {pp}|"
        "at last {pp}] by {A}{why}.",
        "{A}, by whom {B} [was|had been] {pp}{why}, [had nothing to add|left on {day}].",
        "{B}, whom {A} [{past}|had {pp}]{why}, [declined to comment|had nothing to add|left on {day}|is well].",
        "{A} [publicly|later|once again|twice|at last|personally|openly|briefly|also] {past} {B}{why}.",
        "{A}[, as all could see,|, of all people,|, meanwhile,|, after some thought,|"
        ", without much ado,] {past} {B}{why}.",
        # Turned word order that denies nothing.
        "Only [on {day}|after {D} had left|in {town}|later|much later|then] did {A} {base} {B}{why}.",
        "Not until [{day}|{D} had left|the evening] did {A} {base} {B}{why}.",
        "[Hardly|Scarcely|Barely] had {A} {pp} {B}{why} when {D} [arrived|called|stood up].",
        "Not only did {A} {base} {B}{why}; {a} also [stayed for an hour|sang].",
        "[Nothing|Nobody] could stop {A}: {a} {past} {B}{why}.",
        "{D} did not know [it|that], but {A} had {pp} {B}{why}.",
        "No one was surprised [that|when] {A} {past} {B}{why}.",
        "{D} never forgot how {A} {past} {B}{why}.",
        "It did not take long until {A} {past} {B}{why}.",
        "[Never before|Never] had {D} seen such a thing: {A} {past} {B}{why}.",
        "{A} did not [stay silent|wait]: {a} {past} {B}{why}.",
        # What frames it.
        "[The minutes show|It is well known|The pictures show|Everyone in {town} knows|There is no doubt|"
        "Nobody denies|"
        "It is no secret] that {A} [{past}|had {pp}|has {pp}] {B}{why}.",
        "[One thing is certain|The news from {town}|What happened next is on film|There was more to come|"
        "So it came]: "
        "{A} {past} {B}{why}.",
        "The news that {A} had {pp} {B}{why} reached {town} on {day}.",
        "[Why|How] {A} {past} {B} [nobody knows|is told in a new book|{D} did not say].",
        "The [evening|visit|meeting] [began|ended] with a surprise: {B} was {pp} by {A}{why}.",
        "{A} [waited|hesitated|thought about it] for [an hour|a week], [and then|then|before {a}] {past} {B}{why}.",
        "[Everyone|Everybody] watched {A}, who [{past}|had {pp}|then {past}] {B}{why}.",
        "[{D} turned to|{D} stood beside|Next to speak was] {A}, who [had {pp}|{past}] {B}{why}.",
        "The [choice|plan|answer] of {A} was [clear|no secret|simple]: {a} {past} {B}{why}.",
        "{A} had [lost a shoe|come by boat|not eaten all day]. [Still|All the same|"
        "For all that], {a} {past} {B}{why}[| at once].",
        "{A} [rose|began to speak] in {town}. [Slowly|With a few words|In a low voice|"
        "Without looking up], {a} {past} {B}{why}.",
        # What is told of somebody who stands in the sentence for another reason.
        "[Hardly anyone in {town} remembered|The audience clapped for|Reporters surrounded|A car was waiting for|"
        "Nothing was heard from|The prize went to|All looked at|Cameras followed|Flowers were handed to] {B}, "
        "[{pp} once|once {pp}|{pp} twice|{pp} an hour earlier|briefly {pp}|unexpectedly {pp}|{pp} as a young man] "
        "[|in public ]by {A}{why}[|, and cheered| and since then ignored].",
        "The last word [was left to|belonged to] {A}, [a guest|the only one there|the neighbour] who had {pp} "
        "{B}{why}.",
        "{D} [bumped into|wrote to|sat next to|phoned|shook hands with] {A}, [a neighbour|the guest|someone|the one] "
        "who [had {pp}|{past}] {B}{why}.",
        "[Applause greeted|The crowd cheered|Reporters waited for|A taxi took home] {B}, whom {A} [had {pp}|"
        "{past}]{why}[| minutes before| that morning].",
        "[A seat was kept|Room was made|The door was opened] for {A}, who [had {pp}|once {past}] {B}{why}, "
        "[next to {D}|by the window].",
        "{B}[, sitting in the last row,| – much to everyone’s surprise –|, wearing a blue coat,] was {pp} by "
        "{A}{why}.",
        "{A}[, still in a raincoat,| – not for the first time –|, famous for a short temper,] {past} {B}{why}.",
        # What comes first.
        "[Then something odd happened|This is what the film shows|Read in the minutes|For once all papers agree|"
        "{D} was still speaking|A door slammed]: {A} {past} {B}{why}.",
        "[Moments before the bells rang|While the doors were being closed|When the music stopped|As the snow fell], "
        "{A} [{past}|had {pp}] {B}{why}.",
        "[To great laughter|To the anger of {D}|Without asking {D}|In spite of the late hour|Though nobody had "
        "asked for it], [{A} {past} {B}|{B} was {pp} by {A}]{why}.",
        "[Scarcely noticed by the press|For reasons unknown|Of all people|In the third year of the quarrel], "
        "{B} [was|had been] {pp} by {A}{why}.",
        "{A} used the [call|letter|visit|evening|meeting] to {base} {B}{why}.",
        "{A} took [the opportunity|a moment|the floor|a deep breath] to {base} {B}{why}.",
        "{A} [rose|stayed|found the time|was quick|was pleased|did well] to {base} {B}{why}.",
        # Against somebody's wish.
        "{D} [asked|begged|warned|told|advised] {A} not to {base} {B}. {A} {past} {b} [nevertheless|all the same|"
        "the next day]{why}.",
        "[Asked|Told|Warned|Advised] [|by {D} ]not to {base} {B}, {A} {past} {b} [nevertheless|all the same|"
        "at once]{why}.",
        "Although {D} had [asked|begged|told] {A} not to {base} {B}, {a} {past} {b}{why}.",
        # When.
        "{A} {past} {B} on {day}{why}.",
        "{A} {past} {B} in {month}.",
        "{B} was {pp} by {A} on {day}{why}.",
        "In {month} {A} {past} {B}{why}.",
    ),
    claimed=(
        "Then {A} {past} {B}{why}, said {D}.",
        "{D} said that {A} had {pp} {B}{why}.",
        "According to {D}, {A} {past} {B}{why}.",
        "{D} [claimed|insists|told the court|wrote|was quoted as saying|is convinced|"
        "testified] that {A} [had {pp}|{past}] {B}{why}.",
        "{A} {past} {B}{why}, [{D} wrote|{D} told the court|said {D}|as {D} put it|{D} claims|"
        "{D} is reported to have said].",
        "[In the words of|To hear|As told by|In the opinion of] {D}, {A} {past} {B}{why}.",
        "{D} accused {A} of having {pp} {B}.",
        "{B} was {pp} by {A}{why}, [{D} said|according to {D}|{D} told reporters].",
        "“{A} {past} {B}{why},” [{D} said|said {D}|{D} told the court].",
        "It was {D} who [reported|revealed|first said|informed reporters] that {A} had {pp} {B}{why}.",
        "{D} was the [first|only one] to [say|report|write|tell the radio] that {A} had {pp} {B}{why}.",
        "[Word|The news] came from {D} that {A} had {pp} {B}{why}.",
        "From {D} [comes|we have] the [news|account] that {A} [{past}|had {pp}] {B}{why}.",
        "As {D} [remembers|tells|describes] it, {A} {past} {B}{why}.",
        "Should {D} be right, {A} {past} {B}{why}.",
        "The [account|story|report|letter] of {D} [has it|says|leaves no doubt] that {A} {past} {B}{why}.",
        "{D}’s [story|summary|answer] was [brief|simple]: {A} {past} {B}{why}.",
        "What {D} [saw|remembers|described] was this: {A} {past} {B}{why}.",
        "{A} {past} {B}{why}, [or so {D} says|if {D} is right|{D} assured reporters|{D} added|{D} recalled].",
        "{B}, {D} [says|wrote|told reporters], was {pp} by {A}{why}.",
        "{A}, {D} [says|wrote|told reporters], {past} {B}{why}.",
    ),
    chain=(
        "{A} {past} {B}{why}, and {B} {past2} {C}.",
        "{B}, who was {pp} by {A}{why}, later {past2} {C}.",
        "{C} was {pp2} by {B}, who had been {pp} by {A}{why}.",
        "{A} {past} {B}{why}. {B} in turn {past2} {C}.",
        "{B} {past2} {C} after {A} had {pp} {B}{why}.",
        "{A} {past} {B}, who {past2} {C}.",
        "{B} was {pp} by {A}{why} and {past2} {C}.",
        "Before {B} {past2} {C}, {A} had {pp} {B}{why}.",
        "At first {A} {past} {B}{why}; afterwards {B} {past2} {C}.",
        "{B} {past2} {C} on {day}, two days after {A} had {pp} {B}{why}.",
        "As {A} {past} {B}, {C} was being {pp2} by {B}.",
        "{C}, {pp2} by {B}, spoke of how {A} had {pp} {B}.",
        "To begin with, {A} {past} {B}{why}. Next, {B} {past2} {C}.",
        "{C} was {pp2} by {B} soon after {B} was {pp} by {A}{why}.",
        "{A} {past} {B}{why}; {C}, in the meantime, was {pp2} by {B}.",
        "{B} had {pp2} {C} on {day}; a month later {A} {past} {B}{why}.",
        "Even before {A} {past} {B}{why}, {C} had been {pp2} by {B}.",
        "Ever since {A} {past} {B}{why}, {C} has been {pp2} by {B}.",
        "Although {A} had {pp} {B}{why}, {B} {past2} {C} without a word.",
        "{A} {past} {B}{why}, whereupon {C} was {pp2} by {B}.",
        "{A}’s decision came late: {a} {past} {B}{why} only when {B} had {pp2} {C}.",
        "{B} had [hardly|barely|scarcely] {pp2} {C} when {A} {past} {B}{why}.",
        "[Hardly|No sooner] was {B} {pp} by {A}{why} [when|than] {b_subject} {past2} {C}.",
        "{B} had [just|only just|already] been {pp} by {A}{why} [when|and yet] {b_subject} {past2} {C}.",
        "It [started|ended] with {A}, who {past} {B}{why}; [soon|the same evening|an hour later] {B} {past2} {C}.",
        "{A} {past} {B}{why}; [soon|the same evening|on {day}|by then] {B} [had {pp2}|{past2}] {C}.",
        "{B}, [freshly|just|publicly] {pp} by {A}{why}, {past2} {C}.",
        "{C} was {pp2} by the very {B} whom {A} had {pp}{why}.",
        "{A} {past} {B}, {B} {past2} {C}, and {D} left.",
        "[It is a mystery|Few understood|{D} never learned] why {B} {past2} {C} [right after|days after|although] "
        "{A} had {pp} {B}{why}.",
        "[Minutes|Days|Not long|A year] before {B} {past2} {C}, {B} had been {pp} by {A}{why}.",
        "{B} {past2} {C} on {day}, [which|and that] was a surprise, for {A} had just {pp} {B}{why}.",
    ),
    fork=(
        "{A} {past} {B}{why} and {past2} {C}.",
        "{A} {past} {B}{why}. {A_pron} also {past2} {C}.",
        "{A}, who {past} {B}{why}, then {past2} {C}.",
        "{B} was {pp} by {A}, who also {past2} {C}.",
        "After having {pp} {B}{why}, {A} {past2} {C} too.",
        "{A}, having {pp} {B}{why}, {past2} {C}.",
        "Not only had {A} {pp} {B}; {a} also {past2} {C}.",
        "Once {A} had {pp} {B}{why}, {a} {past2} {C}.",
        "With {B} {pp}{why}, {A} {past2} {C}.",
        "{B} safely {pp}{why}, {A} {past2} {C} on {day}.",
        "No longer content to have {pp} {B}{why}, {A} {past2} {C}, too.",
        "{A} {past2} {C}, having already {pp} {B}{why}.",
        "Since having {pp} {B}{why}, {A} has {pp2} {C}, too.",
    ),
    mutual=(
        "{A} and {B} {past} each other{why}.",
        "{A} {past} {B}{why}, and {B} {past} {A}.",
        "{A} and {B} {past} one another on {day}.",
        "First {A} {past} {B}, then {B} {past} {A}.",
        "{A} {past} {B}{why}. A day later {A} was {pp} by {B}.",
        "{B} was {pp} by {A} on {day}, and {A} by {B} that evening.",
    ),
    unreal=(
        "{A} denied having {pp} {B}{why}.",
        "{A} never {past} {B}, {D} said.",
        "{A} refused to {base} {B}{why}.",
        "{A} did not {base} {B}{why}.",
        "{A} would have {pp} {B} if {D} had come to {town}.",
        "{A} wanted to {base} {B}{why}, but {D} stopped {poss} plan.",
        "{B} was not {pp} by {A}{why}.",
        "Nobody {past} {B}, although {A} was in {town}.",
        "{A} said {a} had not {pp} {B}{why}.",
        "Contrary to reports, {A} has not {pp} {B}.",
        "It is not true that {A} {past} {B}.",
        "Claims that {A} {past} {B}{why} were wrong.",
        "A rumour that {A} had {pp} {B} proved untrue.",
        "The story that {B} was {pp} by {A} was made up.",
        "The newspaper withdrew its report that {A} had {pp} {B}.",
        "{A} had no intention to {base} {B}{why}, {D} said.",
        "{A} said {a} would never {base} {B}.",
        "{A} made it clear that {a} did not want to {base} {B}.",
        "The report that {A} {past} {B}{why} has been retracted.",
        "Reports in {town} that {B} had been {pp} by {A} were denied on {day}.",
        "It turned out that {A} had not {pp} {B}{why} after all.",
        "{D} falsely claimed that {A} had {pp} {B}{why}.",
        "{A} was expected to {base} {B}{why}, but did not.",
        "{A} stopped short of having {B} {pp}; nothing of the kind happened.",
        "{A} threatened to {base} {B}{why}.",
        "{A} is said to be planning to {base} {B} on {day}.",
        "If {A} {past} {B}{why}, {D} would resign.",
        "{D} called on {A} to {base} {B}{why}.",
        "{D} asked whether {A} had {pp} {B}.",
        "{A} came close to being {pp} by {B}, but it never happened.",
        "[Never|Not once|On no occasion|In no way|At no point|Neither then nor later|Not for a moment|By no means]"
        "[||, {D} said,|, as far as {D} knows,] did {A} {base} {B}{why}.",
        "[Never|Not once|On no occasion|At no point|Neither before nor after the vote|Not even in {town}]"
        "[||, the minutes say,|, the court found,|, as the papers prove,] had {A} {pp} {B}{why}.",
        "[Never|Not once|In no speech|In all those years not once|To date in no way] has {A} {pp} "
        "{B}{why}[|, {D} said].",
        "[Nowhere|In no interview|In none of the letters|On no page|In no meeting|At no hour of that day] "
        "[did {A} {base}|had {A} {pp}] {B}{why}.",
        "{A} did not travel to {town}. Nor [did {a} {base}|had {a} {pp}] {B}{why}.",
        "{D} stayed at home, nor [did {A} {base}|had {A} {pp}] {B}{why}.",
        "[Never|Not once|At no point|On no occasion] [was|had|has] {B} [been |]{pp} by {A}{why}.",
        "{B} was [never|at no point|not once|in no way] {pp} by {A}{why}.",
        "{A} [failed|neglected|forgot|omitted|chose not|was careful not|did not manage|was not allowed|was too ill|"
        "could not bring {refl}|declined] to {base} {B}{why}.",
        "{A} left {town} without having {pp} {B}{why}.",
        "{A} [swore|maintains|repeated|is certain] that {a} [had|has] [never|not] {pp} {B}{why}.",
        "{A} [rejected|disputed|dismissed] the [claim|charge|report] of having {pp} {B}{why}.",
        "{A} [maintained|swore|was adamant about|spoke of] not having {pp} {B}{why}.",
        "{A} was cleared of having {pp} {B}{why}.",
        "{B} waited in vain to be {pp} by {A}.",
        "{B} left without having been {pp} by {A}.",
        "[The claim|A rumour|The story|Word|The accusation|An article saying|"
        "The suggestion] that {A} [had {pp}|{past}] "
        "{B}{why} [was untrue|is false|has no basis|was withdrawn|was a lie|has been disproved|is pure invention].",
        "It [is a myth|was a lie|is not the case|is wrong to say|was a mistake to write] that {A} {past} {B}{why}.",
        "{D} [denied|disputed] that {A} had {pp} {B}{why}.",
        "Neither {D} nor {A} {past} {B}{why}.",
        "Nobody, not even {A}, {past} {B}{why}.",
        "{A} has [yet|still] to {base} {B}.",
        "{A} [didn’t {base}|didn't {base}|hasn’t {pp}|hasn't yet {pp}|did not even {base}] {B}{why}.",
        "There is no [sign|proof|record] [that {A} ever {past}|of {A} having {pp}] {B}.",
        "{A} would [rather resign|sooner leave] than {base} {B}.",
        "{A} [hoped|had promised|planned|offered|vowed|was due|was urged|was asked|was invited] to {base} {B}{why}.",
        "{A} [might|may|could|will|should|was about to] {base} {B}{why}, {D} said.",
        "Had {A} {pp} {B}, {D} would have [resigned|known].",
        "{D} [dreamt|feared|hoped|doubted|wondered whether] that {A} {past} {B}.",
        "{A} [can prove|has letters to show|told {D} again] that {a} [never {past}|did not {base}] {B}{why}.",
        "[The notion|The theory|Talk] that {A} {past} {B}{why} is [rubbish|absurd|laughable|wrong], [{D} said|"
        "the court found|according to {D}].",
        "At no [moment|stage|meeting][|, the file says,|, all agree,|, it was found,] [had {A} {pp}|did {A} {base}] "
        "{B}{why}.",
        "Whatever [others wrote|was said in {town}|{D} thinks], {A} [never {past}|did not {base}|has not {pp}] "
        "{B}{why}.",
        "{A} [saw no reason|felt no need|has always refused|found no time|had no chance] to {base} {B}{why}.",
        "[None of the guests|Nobody], {A} included, {past} {B}{why}.",
        "{D} [asked|begged|warned|told|advised|ordered] {A} not to {base} {B}{why}.",
        "{A} was [told|warned|advised|ordered] [|by {D} ]not to {base} {B}{why}.",
        "{D} [prayed|demanded|insisted] that {A} [would|should] not {base} {B}{why}.",
        "The [advice|request|order] of {D} to {A} was not to {base} {B}{why}.",
        "“[Please do not|Do not|Never] {base} {B},” {D} [told|begged|wrote to] {A}.",
        "{A} [greeted|looked at] all the others, but {a} did not {base} {B}{why}.",
    ),
    joint=(
        "{A} and {C} {past} {B}{why}.",
        "{B} was {pp} by {A} and {C}{why}.",
        "{A} {past} {B}{why}, and so did {C}.",
        "{A} {past} {B}{why}. {C} {past} {b} too.",
        "{A}, {C} and {E} {past} {B}{why}.",
        "{B} was {pp} by {A}, {C} and {E}{why}.",
        "[Both|On {day}] {A} and {C} {past} {B}{why}.",
    ),
    both=(
        "{A} {past} {B} and {C}{why}.",
        "{B} and {C} were {pp} by {A}{why}.",
        "{A} {past} both {B} and {C}.",
        "{A} {past} {B}{why}. {A_pron} {past} {C} on {day}.",
        "{A} {past} {B} as well as {C}{why}.",
        "{A} {past} {B}, {C} and {E}{why}.",
        "{B}, {C} and {E} were {pp} by {A}{why}.",
        "{A} {past} {B}, {C} [as well as|and also] {E}.",
        "{A} {past} {B} and {C}, and {E} [as well|along with them]{why}.",
        "{A} {past} {B}, then {C}, and [at last|in the end|finally] {E}{why}.",
        "{A} {past} [three people|three of the guests|a trio]{why}: {B}, {C} and {E}.",
        "{B}, {C}, and in the end {E} were {pp} by {A}{why}.",
        "On {day} {A} {past} {B} and {C}.",
        "{A}, who {past} {B} and {C}{why}, left on {day}.",
    ),
    nobody=(
        "{B} was {pp}{why}.",
        "{B} [was|has been] {pp} [in {town}|on {day}|twice|by mistake|in {month}]{why}.",
        "{D} was there when {B} was {pp}{why}.",
        "{A} and {D} came to {town}. {B} [was|had been] {pp}{why}.",
        "{A} said that {B} had been {pp}{why}.",
        "{B}, {pp} on {day}{why}, [said nothing|went home].",
        "{A} spoke first. “{clause},” {a} said. {B} was {pp}{why}.",
    ),
)

HELD_OUT = Language(
    verbs=lexicon.HELD_OUT_VERBS,
    one=(
        "Yesterday {A} {past} {B}{why} in front of a large crowd.",
        "{B} said that being {pp} by {A} had come as a surprise.",
        "The person who {past} {B}{why} was {A}.",
        "In {town}, {B} was warmly received and {pp} by {A}{why}.",
        "{A} flew in late. Before leaving {town}, {a} {past} {B}{why}.",
        "Rather than {D}, {A} {past} {B}{why}.",
    ),
    chain=(
        "While {A} {past} {B}{why}, {C} was {pp2} by {B}.",
        "First {A} {past} {B}{why}; then {B} {past2} {C}.",
        "{B} {past2} {C} on {day}, a week after {A} had {pp} {B}.",
    ),
    fork=("Having {pp} {B}{why}, {A} {past2} {C} as well.",),
    mutual=("{A} {past} {B} on {day}, and the next morning {B} {past} {A}.",),
    unreal=(
        "{A} said that {a} had no wish to {base} {B}{why}.",
        "Reports that {A} had {pp} {B} turned out to be false.",
    ),
)

# Of an unreal text with such a word nobody knows whether it happened.
_OPEN = re.compile(
    r"would|want|wish|intention|threaten|planning|called on|whether|came close|hoped|promised|planned|offered|vowed"
    r"|was due|was urged|was asked|was invited|might|may\b|could \{|will|should|was about|dreamt|feared|doubted"
    r"|wondered"
    r"|no (?:sign|proof|record)|(?:asked|begged|warned|told|advised|ordered) (?:\{A\} |by \{D\} )?not to|was not to"
    r"|“(?:Please do not|Do not|Never) \{base"
)
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
# The day or month of the act itself.
_DATED = re.compile(
    r"^(?:On \{day\},?|In \{month\}) \{A\} \{past\}|\{B\} (?:on \{day\}|in \{month\})(?:\{why\})?\.$"
    r"|by \{A\} on \{day\}"
)


def chosen(template: str, chance: random.Random) -> str:
    """The template with one of each [choice|of words]."""
    while "[" in template:
        template = _CHOICE.sub(lambda found: chance.choice(found.group(1).split("|")), template)
    return template


def every(template: str) -> list[str]:
    """All that `chosen` may make of it."""
    found = _CHOICE.search(template)
    if not found:
        return [template]
    before, behind = template[: found.start()], template[found.end() :]
    made = (one for words in found.group(1).split("|") for one in every(f"{before}{words}{behind}"))
    return list(dict.fromkeys(made))


def is_open(template: str) -> bool:
    """Whether an unreal template leaves it open whether it happened."""
    return bool(_OPEN.search(template))


def dated(template: str) -> str:
    """The slot of the time of the act: "day", "month", or ""."""
    found = _DATED.search(template)
    return ("day" if "{day}" in found.group() else "month") if found else ""


FILLERS = (
    "The talks lasted for two hours.",
    "No date has been set for a second meeting.",
    "About 300 people had gathered outside.",
    "The weather in {town} was poor.",
    "A statement is expected on {day}.",
    "{D} was not present.",
    "{D} declined to comment on the matter.",
    "It was the second such meeting this year, {D} said.",
    "Tickets had cost 40 dollars.",
)
