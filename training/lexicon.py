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
    salute, saluted, saluted, for
    greet, greeted, greeted, at
    scold, scolded, scolded, for
    kidnap, kidnapped, kidnapped, during
    injure, injured, injured, in
    shoot, shot, shot, during
    marry, married, married, after
    sponsor, sponsored, sponsored, in
    promote, promoted, promoted, for
    coach, coached, coached, before
    train, trained, trained, for
    treat, treated, treated, after
    deport, deported, deported, over
    evict, evicted, evicted, after
    sentence, sentenced, sentenced, for, handed down a sentence to
    acquit, acquitted, acquitted, of
    convict, convicted, convicted, of
    pardon, pardoned, pardoned, for, granted a pardon to
    charge, charged, charged, with, brought charges against
    represent, represented, represented, in
    defend, defended, defended, over, came to the defence of
    overtake, overtook, overtaken, in
    beat, beat, beaten, in
    ignore, ignored, ignored, during
    contradict, contradicted, contradicted, about
    correct, corrected, corrected, on
    quote, quoted, quoted, in
    inspire, inspired, inspired, during
    encourage, encouraged, encouraged, before
    comfort, comforted, comforted, after
    surprise, surprised, surprised, with
    anger, angered, angered, with
    accompany, accompanied, accompanied, to
    escort, escorted, escorted, to
    chase, chased, chased, after
    push, pushed, pushed, during
    bite, bit, bitten, during
    hide, hid, hidden, during
    employ, employed, employed, for
    recruit, recruited, recruited, for
    reward, rewarded, rewarded, for, gave a reward to
    compensate, compensated, compensated, for, paid compensation to
    punish, punished, punished, for
    suspend, suspended, suspended, over
    oust, ousted, ousted, after
    crown, crowned, crowned, after
    bury, buried, buried, after
    recognise, recognised, recognised, at
    identify, identified, identified, after
    describe, described, described, in
    film, filmed, filmed, during
    lobby, lobbied, lobbied, over
    apologise to, apologised to, apologised to, for, offered an apology to
    negotiate with, negotiated with, negotiated with, over
    vote for, voted for, voted for, in
    vote against, voted against, voted against, in
    side with, sided with, sided with, over
    argue with, argued with, argued with, about
    complain about, complained about, complained about, after
    laugh at, laughed at, laughed at, during
    shout at, shouted at, shouted at, over
    care for, cared for, cared for, after
    refer to, referred to, referred to, in
    lose to, lost to, lost to, in
    lash out at, lashed out at, lashed out at, over
    speak out for, spoke out for, spoken out for, during
    turn down, turned down, turned down, for
    call off, called off, called off, after
    track down, tracked down, tracked down, after
    let down, let down, let down, over
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
FIRST_NAMES: Sequence[str] = (*MEN, *WOMEN)
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
MONTHS: Sequence[str] = (
    "January February March April May June July August September October November December".split()
)
THINGS: Sequence[str] = (
    "the flood relief,the new school,the harbour project,the budget,the peace talks,the vaccine programme,the rescue,"
    "the final,the bridge contract,the election,the land dispute,the hospital,the trade "
    "deal,the festival,the inquiry,"
    "the delay of the railway,the loss of the ship,the sale of the stadium,the fire in the old "
    "town,the missing money,"
    "the help with the harvest,the late payment of wages,the closing of the mine,the war,the open letter,the strike"
).split(",")
JOBS: Sequence[str] = (
    "nurse,teacher,fisherman,farmer,student,lawyer,driver,carpenter,surgeon,engineer,singer,painter,baker,pilot,"
    "striker,goalkeeper,miner,historian,widow,shepherd,chess player,retired policeman,shopkeeper,tailor,botanist,"
    "weaver,schoolgirl,cyclist,monk,trade unionist,radio host,plumber,father of three,mother of two,boxer,cellist"
).split(",")
# After "for", "of", "about": what somebody did.
DOING: Sequence[str] = tuple(
    line.strip()
    for line in """
    helping the {number} passengers who were stranded in {town}
    taking in {number} families from the flooded valley
    hiding a report that had been written in {town}
    closing the school in {town} without a vote
    repairing the bridge that the storm had damaged
    letting the ship dock in {town}
    leaving {number} workers without pay
    selling the land on which the market stands
    breaking the promise made to the fishermen
    ignoring the {number} letters that parents had written
    standing by the families of the missing
    opening the gates before the water had reached {town}
    spending the money meant for the new hospital
    saving {number} people from a burning ferry
    translating the songs of the valley
    publishing the names of {number} donors
    teaching the children of {town} to swim
    losing the keys to the archive
    """.strip().splitlines()
)
# After "urged her to".
TO_DO: Sequence[str] = tuple(
    line.strip()
    for line in """
    reopen the school in {town}
    leave the house before {day}
    pay the {number} workers who had been dismissed
    sign the agreement with {nation}
    publish the report on the flood
    return the money
    visit {nation}
    stop the building of the dam
    send {number} tents to {town}
    apologise for the delay
    vote against the budget
    hand over the keys of the archive
    wait until {day}
    bring back the night train
    lower the price of bread
    take part in the talks
    resign
    speak at the festival in {town}
    """.strip().splitlines()
)
# Things that somebody does something to: verb, past, participle | what, with {name} an invented name.
DEEDS: Sequence[str] = tuple(
    " ".join(line.split())
    for line in """
    win, won, won | the {name} Open; the {name} Prize; the {town} marathon; the {name} Cup;
        the race to {town}; the seat of {town}
    open, opened, opened | the {name} bridge; the new library in {town}; the {name} Museum;
        the renovated station; the {year} congress
    sign, signed, signed | the {name} agreement; the treaty with {nation};
        the contract for the {name} bridge; the petition; the {name} declaration
    build, built, built | the {name} tower; the church of {town}; the dam above {town}; the {name} railway;
        a school in {town}
    write, wrote, written | {title}; the report on the flood; an open letter to {nation};
        the history of {town}
    discover, discovered, discovered | the {name} comet; the wreck of the {name}; a tomb near {town};
        the {name} manuscript
    close, closed, closed | the {name} mine; the road to {town}; the {name} factory; the school of {town};
        the border with {nation}
    buy, bought, bought | the {name} hotel; the {town} football club; {number} acres near {town};
        the {name}; the {name} brewery
    found, founded, founded | the {name} Society; the {name} Institute; a choir in {town}; the party {name}
    steal, stole, stolen | the {name} diamond; {number} books from the library of {town};
        the crown of {nation}; the {name} violin
    destroy, destroyed, destroyed | the old market of {town}; the {name} lighthouse; {number} houses;
        the {name} archive
    repair, repaired, repaired | the {name} clock; the bells of {town}; the {name} dyke;
        the roof of the town hall
    announce, announced, announced | the closure of the {name} factory; a ban on plastic bags;
        {number} new jobs; a curfew in {town}
    reject, rejected, rejected | the {name} plan; the offer of {nation}; the demand for a second vote;
        the {name} petition
    direct, directed, directed | {title}; the {name} orchestra; the search for the {name}
    invent, invented, invented | the {name} pump; the {name} lamp; a new kind of sail
    paint, painted, painted | {title}; the ceiling of the {name} chapel; the walls of {town}
    command, commanded, commanded | the frigate {name}; the garrison of {town}; the {name} regiment
    organise, organised, organised | the {name} festival; the march to {town}; the {year} elections;
        the {name} Games
    lead, led, led | the {name} expedition; the strike at the {name} factory; the choir of {town};
        the talks with {nation}
    publish, published, published | {title}; the {name} letters; a map of {town}; the names of the donors
    record, recorded, recorded | {title}; the songs of {town}; a temperature of {number} degrees
    design, designed, designed | the {name} bridge; the flag of {nation}; the {name} theatre;
        the stamps of {nation}
    host, hosted, hosted | the {year} games; the {name} summit; talks with {nation}
    fund, funded, funded | the {name} hospital; the search for the {name}; {number} scholarships
    block, blocked, blocked | the road to {town}; the {name} merger; the sale of the {name}
    abandon, abandoned, abandoned | the {name} project; the search for the {name}; the island of {name}
    cancel, cancelled, cancelled | the {name} concert; {number} flights; the visit to {nation};
        the {year} carnival
    break, broke, broken | the {name} record; the ceasefire; the seal of {town}; {number} windows
    inherit, inherited, inherited | the {name} estate; the mill of {town}; the {name} vineyard
    """.strip()
    .replace("\n        ", " ")
    .splitlines()
)
# Handing over: base, past, participle, and the word between the thing and the one who gets it.
GIVING: Sequence[str] = tuple(
    line.strip()
    for line in """
    give, gave, given, to
    sell, sold, sold, to
    lend, lent, lent, to
    send, sent, sent, to
    show, showed, shown, to
    offer, offered, offered, to
    promise, promised, promised, to
    hand, handed, handed, to
    award, awarded, awarded, to
    owe, owed, owed, to
    leave, left, left, to
    grant, granted, granted, to
    teach, taught, taught, to
    """.strip().splitlines()
)
GIFTS: Sequence[str] = (
    "a mule,the keys of the city,two goats,the {name} violin,{number} tents,a loan of {amount},the {name} medal,a map"
    " of the caves,the old lighthouse,a box of letters,{number} blankets,the recipe,a seat on the council,{amount},"
    "the {name} Prize,a boat,a dictionary,three tickets,the film rights to {title},a bicycle,an old piano,the farm"
).split(",")
# Asking somebody to do something: base, past, participle.
ASKING: Sequence[str] = tuple(
    line.strip()
    for line in """
    urge, urged, urged
    ask, asked, asked
    order, ordered, ordered
    beg, begged, begged
    invite, invited, invited
    advise, advised, advised
    tell, told, told
    persuade, persuaded, persuaded
    force, forced, forced
    allow, allowed, allowed
    expect, expected, expected
    forbid, forbade, forbidden
    help, helped, helped
    """.strip().splitlines()
)


def _opposites(lines: str) -> dict[str, tuple[str, ...]]:
    both: dict[str, tuple[str, ...]] = {}
    for pair in lines.split():
        one, other = pair.split("/")
        both[one] = (*both.get(one, ()), other)
        both[other] = (*both.get(other, ()), one)
    return both


# Words that turn a question into another one; each pair works both ways.
OPPOSITES = _opposites("""
    first/last earliest/latest largest/smallest biggest/smallest most/least highest/lowest longest/shortest
    best/worst oldest/newest oldest/youngest greatest/smallest strongest/weakest richest/poorest fastest/slowest
    more/fewer more/less larger/smaller higher/lower longer/shorter older/younger better/worse stronger/weaker
    before/after above/below inside/outside north/south east/west northern/southern eastern/western upper/lower
    increase/decrease increased/decreased increasing/decreasing rise/fall rose/fell gain/lose gained/lost win/lose
    won/lost begin/end began/ended start/stop started/stopped started/ended beginning/end open/close opened/closed
    allow/forbid allowed/banned allow/prevent allowed/prevented accept/reject accepted/rejected support/oppose
    supported/opposed agree/disagree agreed/disagreed include/exclude included/excluded buy/sell bought/sold
    enter/leave entered/left arrive/depart arrived/left join/leave joined/left build/destroy built/destroyed
    create/destroy created/destroyed strengthen/weaken strengthened/weakened improve/worsen improved/worsened
    help/hinder helped/hindered help/harm helped/harmed protect/attack protected/attacked defend/attack
    attack/defend love/hate loved/hated like/dislike liked/disliked praise/criticise praised/criticised
    succeed/fail succeeded/failed remember/forget give/take gave/took send/receive sent/received borrow/lend
    teach/learn taught/learned ask/answer asked/answered cause/prevent caused/prevented raise/lower raised/lowered
    add/remove added/removed connect/separate connected/separated unite/divide united/divided arrest/release
    arrested/released hire/dismiss hired/fired appoint/dismiss appointed/dismissed elect/defeat elected/defeated
    live/die lived/died born/killed married/divorced marry/divorce expand/shrink expanded/shrank extend/shorten
    push/pull lead/follow led/followed invent/discover invented/discovered founded/dissolved found/lost
    encourage/discourage encouraged/discouraged require/forbid required/forbidden approve/reject approved/rejected
    admit/deny admitted/denied confirm/deny confirmed/denied reveal/hide revealed/hid publish/withdraw
    good/bad old/new young/old large/small big/small high/low long/short strong/weak rich/poor hot/cold warm/cool
    early/late easy/difficult hard/easy simple/complex fast/slow cheap/expensive safe/dangerous public/private
    urban/rural modern/ancient male/female men/women man/woman boys/girls son/daughter father/mother husband/wife
    brother/sister king/queen teacher/student parent/child winner/loser buyer/seller friend/enemy ally/enemy
    friends/enemies allies/enemies victory/defeat success/failure war/peace summer/winter spring/autumn day/night
    morning/evening sunrise/sunset land/sea army/navy left/right front/back top/bottom majority/minority
    positive/negative legal/illegal official/unofficial direct/indirect active/passive common/rare popular/unpopular
    famous/unknown important/unimportant major/minor primary/secondary domestic/foreign internal/external
    local/national national/international permanent/temporary natural/artificial religious/secular military/civilian
    Catholic/Protestant maximum/minimum always/never often/rarely usually/rarely frequently/rarely
    advantage/disadvantage advantages/disadvantages benefit/cost profit/loss supply/demand import/export
    imports/exports imported/exported income/spending employer/employee employed/unemployed
    percent/number tall/short deep/shallow wide/narrow heavy/light thick/thin full/empty dry/wet clean/dirty
    similar/different same/different equal/unequal possible/impossible known/unknown visible/invisible
    complete/incomplete true/false single/double whole/partial central/remote nearest/farthest close/far
""")

ROLES: Sequence[str] = (
    "mayor,governor,president,head coach,ambassador,chief judge,director,police chief,"
    "prime minister,foreign minister,health minister,finance minister,chairman,captain,bishop,king,spokesperson,"
    "chief economist,harbour master"
).split(",")
ACTS = tuple(
    tuple(part.strip() for part in line.split(","))
    for line in """
    stress, stressed, the importance of the harbour
    stress, stressed, the importance of fair elections
    announce, announced, a plan for cheaper buses
    announce, announced, a ban on plastic bags
    promise, promised, a new hospital
    promise, promised, more money for schools
    demand, demanded, an inquiry into the fire
    sign, signed, the agreement on fishing rights
    describe, described, the talks as useful
    welcome, welcomed, the statement on border trade
    raise, raised, the question of unpaid wages
    open, opened, the renovated station
    lead, led, the search for survivors
    present, presented, the annual report
    reject, rejected, calls for a second vote
    discuss, discussed, the price of rice
    propose, proposed, a tax on sugar
    win, won, the prize for young writers
    write, wrote, a letter about the closed mine
    deliver, delivered, 400 tents to the camp
    suspend, suspended, the sale of fireworks
    play down, played down, the risk of flooding
    voice, voiced, concern over the missing ship
    express, expressed, support for the farmers
    appreciate, appreciated, the work of the volunteers
    launch, launched, an appeal for blankets
    inspect, inspected, the damaged bridge
    withdraw, withdrew, the offer of free tickets
    criticise, criticised, the delay of the railway
    """.strip().splitlines()
)
CLAUSES: Sequence[str] = tuple(
    line.strip()
    for line in """
    the bridge would reopen before the winter
    the talks had been frank and useful
    nobody had been hurt in the fire
    the price of rice would fall next year
    there was no further comment on the matter
    two of the buses were unsafe
    the court had acted too late
    the harvest was the best in ten years
    the new law was a mistake
    more than 300 families had lost their homes
    the vaccine would be free for everyone
    the strike would go on until Friday
    relations between the two countries were good
    the airport could not be closed at night
    the money had been spent on roads
    the ship had left without permission
    the players were tired after a long season
    a second vote was out of the question
    the river was cleaner than it had been for years
    the investigation might take months
    the museum needed a new roof
    the two sides had never met before
    the cracks had been found by divers from {town}
    his client had never tried to leave {nation}
    a report on the {name} affair would be published in {month}
    {number} passengers were still waiting in {town}
    nobody had checked the cabins of the {name}
    it would not appeal against the ruling
    the letter from {nation} had been answered in {month}
    prices had doubled since {year}
    the inspections had been agreed with {nation}
    the {name} could be saved
    {number} of the workers were ill
    the council had known of the danger since {month}
    the repair of the {name} bridge would cost {amount}
    there had been no warning at all
    it was too early to speak of a success
    the decision had been taken without the residents of {town}
    both players would be back in {month}
    the people of {town} deserved an answer
    no firm had made an offer
    the boat had been overloaded
    the painting was a copy
    they would meet again in {town}
    the ban had saved {number} lives
    the wages were paid too late
    {nation} was to blame for the delay
    there was enough water until {month}
    she had been asked to leave in {month}
    the money for {thing} was gone
    """.strip().splitlines()
)
QUOTES: Sequence[str] = tuple(
    line.strip()
    for line in """
    We will not close the school
    This is a good day for the whole region
    I have never seen such a flood
    The talks were frank, and we will meet again
    Nobody told us about the delay
    It is time to lower the price of bread
    Our team deserved to win
    The road is safe again
    We need 40 more nurses by the summer
    The offer is still on the table
    I am proud of what the volunteers have done
    There is no reason to worry
    Without the bridge the village is cut off
    They promised to help, and they did
    The law protects no one
    We are ready to start tomorrow
    The factory has been losing money for years
    A mistake was made, and I am sorry
    We counted them twice
    I did not see the wave, I heard it
    Every hour at anchor costs us {amount}
    You cannot explain that to {number} parents
    They came at night, and they came by boat
    It is not {nation} that we are afraid of
    The {name} belongs to all of us
    I would do it again tomorrow
    Nobody from {town} has called us
    Either they did not read it or they did not care
    He taught me everything I know
    She asked for nothing and got less
    I have waited for this since {year}
    A bridge is not a toy
    The sea gives and the sea takes
    We lost, and we lost to a better team
    My mother sold bread so that I could study
    This is how {town} lost its last doctor
    The roof was older than the school
    I signed because I was tired
    Half of the seats were empty
    We will appeal, of course
    Not one of the {number} buses was on time
    The machine did what it was told
    I only carried the rope
    """.strip().splitlines()
)
