"""Everything the bot says in its own words, by language. What articles say is never translated."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Texts:
    """One language. Slots in braces are filled by whoever says it."""

    start: str
    help: str
    about: str
    nothing: str
    meant: str
    unclear: str
    greeting: str
    nearest: str
    several: str
    articles_differ: str
    sources_differ: str
    according: str
    yes: str
    no: str
    paragraph: str
    context: str
    more: str
    sources: str
    unhelpful: str
    thanks: str
    no_more: str
    no_sources: str
    stale: str
    hint: str
    ask_something: str
    cleared: str
    refused: str
    too_fast: str
    busy: str
    failed: str
    looking: str
    admins_only: str
    articles: str
    empty: str
    page: str
    reembedding: str
    reembedded: str
    not_reembedded: str
    usage_add: str
    usage_remove: str
    stats: str


ENGLISH = Texts(
    start=(
        "Hello! Ask me about the articles in this collection, in plain words. I answer with words that stand in an "
        "article and show the sentence, or tell you that the articles do not say.\n\nTry: {example}"
    ),
    help=(
        "Just ask, for instance: {example}\nA follow-up may lean on the question before: “And what for?”\n\n"
        "/articles – the collection\n/latest – the newest articles\n/sources – where the last answer stands\n"
        "/clear – forget this chat\n/about – what I am\n\nIn a group, mention me, reply to me, or use /ask."
    ),
    about=(
        "I am Clippings. I search {count} articles and cite the sentence; I make nothing up and use no language "
        "model. The articles may be wrong, and I may pick the wrong sentence: look at what I cite.\nI keep the last "
        "questions of each chat for {days} days, so that follow-ups and buttons work; /clear deletes them."
    ),
    nothing="The articles do not say.",
    meant="Did you mean “{question}”?",
    unclear="Whom do you mean by “{pronoun}”? Tell me the name.",
    greeting="Ask me about the articles: who did what to whom, when, where and why.",
    nearest="Nearest, though no answer:",
    several="{count} answers, the surest first",
    articles_differ="The articles differ; {count} answers, the newest first",
    sources_differ="The sources differ; {count} answers, the surest first",
    according="according to {name}",
    yes="Yes.",
    no="No.",
    paragraph="paragraph {number} of {count}",
    context="Context",
    more="More",
    sources="Sources",
    unhelpful="Not helpful",
    thanks="Thank you, noted.",
    no_more="There is nothing more.",
    no_sources="No sources yet: ask something first.",
    stale="The articles have changed since. Please ask again.",
    hint="I can only read text so far. Ask me in words, please.",
    ask_something="Ask something, for instance: /ask Who thanked Cambodia?",
    cleared="Forgotten. Ask away.",
    refused="Sorry, this bot answers only in certain chats. Its owner can add this one; its number is {chat}.",
    too_fast="That was a lot of questions. Please wait a minute.",
    busy="I am busy just now. Please try again in a moment.",
    failed="Something went wrong on my side. Please try again.",
    looking="Looking through the articles …",
    admins_only="Only the bot's admins can do that.",
    articles="The collection: {count} articles",
    empty="The collection is empty.",
    page="Page {number} of {count}",
    reembedding="Bringing the index in line … {seconds} s",
    reembedded="Done.\n{lines}",
    not_reembedded="That did not work:\n{lines}",
    usage_add="Write /add and a page's address, or send a .md or .txt file with /add as its caption.",
    usage_remove="Say which: /remove ID. The ids stand in /articles.",
    stats="{articles} articles, {sentences} sentences\n{chats} chats, {answers} answers, {unhelpful} not helpful",
)

GERMAN = Texts(
    start=(
        "Hallo! Frag mich etwas über die Artikel dieser Sammlung, in gewöhnlichen Worten. Ich antworte mit Worten, "
        "die in einem Artikel stehen, und zeige den Satz, oder ich sage, dass die Artikel es nicht sagen.\n\n"
        "Zum Beispiel: {example}"
    ),
    help=(
        "Einfach fragen, zum Beispiel: {example}\nEine Rückfrage darf sich auf die Frage davor beziehen: "
        "“And what for?”\n\n/articles – die Sammlung\n/latest – die neuesten Artikel\n"
        "/sources – wo die letzte Antwort steht\n"
        "/clear – diesen Chat vergessen\n/about – was ich bin\n\nIn einer Gruppe: erwähne mich, antworte mir oder "
        "schreibe /ask."
    ),
    about=(
        "Ich bin Clippings. Ich durchsuche {count} Artikel und zeige den Satz; ich erfinde nichts und benutze kein "
        "Sprachmodell. Die Artikel können irren, und ich kann den falschen Satz wählen: schau auf das, was ich "
        "zitiere.\nDie letzten Fragen jedes Chats behalte ich {days} Tage, damit Rückfragen und Knöpfe gehen; "
        "/clear löscht sie."
    ),
    nothing="Die Artikel sagen es nicht.",
    meant="Meinst du “{question}”?",
    unclear="Wen meinst du mit “{pronoun}”? Sag mir den Namen.",
    greeting="Frag mich nach den Artikeln: wer wem was getan hat, wann, wo und warum.",
    nearest="Am nächsten, aber keine Antwort:",
    several="{count} Antworten, die sicherste zuerst",
    articles_differ="Die Artikel sind sich nicht einig; {count} Antworten, die neueste zuerst",
    sources_differ="Die Quellen sind sich nicht einig; {count} Antworten, die sicherste zuerst",
    according="laut {name}",
    yes="Ja.",
    no="Nein.",
    paragraph="Absatz {number} von {count}",
    context="Umgebung",
    more="Mehr",
    sources="Quellen",
    unhelpful="Nicht hilfreich",
    thanks="Danke, notiert.",
    no_more="Mehr ist da nicht.",
    no_sources="Noch keine Quellen: frag zuerst etwas.",
    stale="Die Artikel haben sich seither geändert. Bitte frag noch einmal.",
    hint="Ich kann bisher nur Text lesen. Frag mich bitte in Worten.",
    ask_something="Frag etwas, zum Beispiel: /ask Who thanked Cambodia?",
    cleared="Vergessen. Frag ruhig weiter.",
    refused="Leider antwortet dieser Bot nur in bestimmten Chats. Wer ihn betreibt, kann diesen zulassen: {chat}.",
    too_fast="Das waren viele Fragen. Bitte warte eine Minute.",
    busy="Ich bin gerade beschäftigt. Bitte versuch es gleich noch einmal.",
    failed="Bei mir ging etwas schief. Bitte versuch es noch einmal.",
    looking="Ich sehe die Artikel durch …",
    admins_only="Das können nur die Verwalter des Bots.",
    articles="Die Sammlung: {count} Artikel",
    empty="Die Sammlung ist leer.",
    page="Seite {number} von {count}",
    reembedding="Der Index wird nachgeführt … {seconds} s",
    reembedded="Fertig.\n{lines}",
    not_reembedded="Das ging nicht:\n{lines}",
    usage_add="Schreib /add und die Adresse einer Seite, oder schick eine .md- oder .txt-Datei mit /add dabei.",
    usage_remove="Sag, welchen: /remove ID. Die IDs stehen in /articles.",
    stats=(
        "{articles} Artikel, {sentences} Sätze\n{chats} Chats, {answers} Antworten behalten, "
        "{unhelpful} nicht hilfreich"
    ),
)

EXAMPLE = "Who thanked Cambodia?"
_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN}


def texts_for(language_code: str | None) -> Texts:
    """By what a person's Telegram says, as in "de-AT"; English for languages that are not there."""
    return _BY_LANGUAGE.get((language_code or "en").split("-")[0].lower(), ENGLISH)
