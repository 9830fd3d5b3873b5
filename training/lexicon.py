"""Words for made-up news: verbs of people and what they are done for, names, places. No sentences: generated.py."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A transitive verb of people, the preposition of its reason or aim, and another way to say it, if any."""

    base: str
    past: str
    participle: str
    tail: str
    noun: str = ""  # "expressed gratitude to"


@dataclass(frozen=True, slots=True)
class Party:
    """Someone: the words for them and the pronouns that stand for them."""

    name: str
    subject: str
    object: str
    possessive: str


def _verbs(lines: str) -> tuple[Verb, ...]:
    return tuple(Verb(*(part.strip() for part in line.split(","))) for line in lines.strip().splitlines())


TRAINING_VERBS = _verbs("""
    thank, thanked, thanked, for, expressed gratitude to
    praise, praised, praised, for, was full of praise for
    accuse, accused, accused, of, levelled an accusation against
    invite, invited, invited, to, extended an invitation to
    criticise, criticised, criticised, for, voiced criticism of
    congratulate, congratulated, congratulated, on, offered congratulations to
    warn, warned, warned, about, issued a warning to
    blame, blamed, blamed, for, laid the blame on
    visit, visited, visited, during, paid a visit to
    defeat, defeated, defeated, in, won a victory over
    sue, sued, sued, over, brought a lawsuit against
    hire, hired, hired, for
    dismiss, dismissed, dismissed, over
    appoint, appointed, appointed, after
    arrest, arrested, arrested, for
    rescue, rescued, rescued, during
    support, supported, supported, in, threw support behind
    interview, interviewed, interviewed, about, conducted an interview with
    help, helped, helped, with, gave help to
    attack, attacked, attacked, over, launched an attack on
    replace, replaced, replaced, after
    follow, followed, followed, during
    teach, taught, taught, at
    choose, chose, chosen, for
    call, called, called, about, placed a call to
    forgive, forgave, forgiven, for
    pay, paid, paid, for, made a payment to
    mock, mocked, mocked, for
    nominate, nominated, nominated, for
    question, questioned, questioned, about
    reject, rejected, rejected, over
    insult, insulted, insulted, during
    recommend, recommended, recommended, for
    advise, advised, advised, on, gave advice to
    protect, protected, protected, during
    persuade, persuaded, persuaded, before
    honour, honoured, honoured, for, paid tribute to
    betray, betrayed, betrayed, in
    contact, contacted, contacted, about
    consult, consulted, consulted, about
    name, named, named, in
    mention, mentioned, mentioned, during
    investigate, investigated, investigated, over, opened an investigation into
    fund, funded, funded, during, gave money to
    photograph, photographed, photographed, at
    embrace, embraced, embraced, after
    inform, informed, informed, about
    expel, expelled, expelled, after
    elect, elected, elected, after
    free, freed, freed, after
    fine, fined, fined, for, imposed a fine on
    ban, banned, banned, from, imposed a ban on
    threaten, threatened, threatened, over, made threats against
    urge, urged, urged, before
    remind, reminded, reminded, of
    deceive, deceived, deceived, about
    trust, trusted, trusted, with, placed trust in
    feed, fed, fed, during
    lead, led, led, during
    drive, drove, driven, to
    see, saw, seen, at
    leave, left, left, after
    find, found, found, after
    tell, told, told, about
    beg, begged, begged, for
    oppose, opposed, opposed, over, stood against
    outbid, outbid, outbid, for
    overrule, overruled, overruled, on
""")

HELD_OUT_VERBS = _verbs("""
    applaud, applauded, applauded, for
    condemn, condemned, condemned, for, spoke out against
    summon, summoned, summoned, over
    endorse, endorsed, endorsed, for, gave an endorsement to
    assist, assisted, assisted, with, lent assistance to
    rebuke, rebuked, rebuked, over, delivered a rebuke to
    detain, detained, detained, over
    welcome, welcomed, welcomed, in
    outvote, outvoted, outvoted, on
    forget, forgot, forgotten, after
    choke, choked, choked, during
    bribe, bribed, bribed, before
    teargas, teargassed, teargassed, during
    reimburse, reimbursed, reimbursed, for
""")

MEN: Sequence[str] = (
    "James David Omar Ravi Luis Chen Kofi Ivan Hugo Samir Peter Jonas Amir Paulo Felix Tariq Noah Emil Bruno Yusuf "
    "Marco Viktor Daniel Isaac Hassan Tomas Sergei Anton Rafael Kenji Minh Bilal Oscar Leo Simon Abdul Pedro Nils"
).split()
WOMEN: Sequence[str] = (
    "Anna Maria Leila Grace Sofia Mei Abena Olga Clara Fatima Ruth Ingrid Nadia Paula Elena "
    "Aisha Nora Emma Rosa Hana "
    "Lucia Vera Yuki Amara Helen Irina Priya Laila Martha Julia Zeynep Camila Dana Eva Joy Linh Ines Stella"
).split()
SURNAMES: Sequence[str] = (
    "Smith Okafor Petrov Garcia Nguyen Larsen Haddad Mensah Rossi Tanaka Kumar Silva Novak Brandt Costa Ali Moreau "
    "Khan Lindqvist Pereira Adeyemi Fischer Ito Morales Sato Dubois Kaya Horvat Singh Olsen Barros Weber Chanda Vega "
    "Sokol Walker Banda Popescu Herrera Lambert Demir Jensen Mori Hoang Farouk Castillo Berg Romero Keller Diallo "
    "Murphy Ferrari Nowak Ivanova Suzuki Patel Osei Grant Holm Quispe"
).split()
NATIONS: Sequence[str] = (
    "Norway Kenya Peru Japan Brazil Ghana Turkey Poland Chile Vietnam Cambodia Portugal Egypt Canada Mexico India "
    "Jordan Greece Thailand Uganda Finland Cuba Laos Mali Nepal Oman Qatar Spain Austria Bolivia Denmark Ethiopia "
    "Hungary Iceland Morocco Serbia Tunisia Zambia"
).split()
BODIES: Sequence[str] = (
    "the council,the union,the ministry,the court,the police,the opposition,the government,the committee,the company,"
    "the university,the Red Cross,the European Union,the United Nations,the central bank,the US,the airline,"
    "the football club,the World Bank,the army,the trade union,the bishop,the embassy,the regulator,the broadcaster"
).split(",")
OFFICES: Sequence[str] = (
    "minister,mayor,president,ambassador,coach,judge,governor,director,spokesman,senator,captain,professor,inspector,"
    "chairman,bishop,secretary,editor,commissioner"
).split(",")
TOWNS: Sequence[str] = (
    "Lima Oslo Accra Porto Hanoi Cairo Lyon Quito Osaka Delhi Dakar Turin Izmir Bergen Kumasi Leeds Graz Tunis Malmo "
    "Cusco Perth Busan Gdansk Havana"
).split()
DAYS: Sequence[str] = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
THINGS: Sequence[str] = (
    "the flood relief,the new school,the harbour project,the budget,the peace talks,the vaccine programme,the rescue,"
    "the final,the bridge contract,the election,the land dispute,the hospital,the trade "
    "deal,the festival,the inquiry,"
    "the delay of the railway,the loss of the ship,the sale of the stadium,the fire in the old "
    "town,the missing money,"
    "the help with the harvest,the late payment of wages,the closing of the mine,the war,the open letter,the strike"
).split(",")
