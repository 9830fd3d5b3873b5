from pathlib import Path

from training.deed_nouns import deed_nouns

VERBS = """  1 This file has a licence.
00000001 41 v 02 resign 0 vacate 0 001 + 00000011 n 0101 02 + 02 00 + 08 00 | leave voluntarily
00000002 30 v 01 die 0 000 01 + 02 00 | pass away
00000003 35 v 01 table 0 000 01 + 08 00 | hold back to a later time
"""
NOUNS = """  1 This file has a licence.
00000011 04 n 02 resignation 0 Quitting 0 002 @ 00000099 n 0000 + 00000001 v 0101 | the act of giving up
00000012 11 n 02 death 0 last_breath 0 002 + 00000002 v 0101 + 00000002 v 0201 | the event of dying
00000013 06 n 01 table 0 001 + 00000003 v 0101 | a piece of furniture
00000014 04 n 01 exit 0 001 + 00000002 v 0101 | a rare sense
"""
INDEX = """  1 This file has a licence.
death n 1 1 + 1 1 00000012
exit n 4 1 + 4 1 00000021 00000022 00000023 00000014
resignation n 1 1 + 1 1 00000011
table n 1 1 + 1 1 00000013
"""


def test_nouns_of_acts_and_events_have_the_verbs_they_are_related_to(tmp_path: Path) -> None:
    for name, text in (("data.verb", VERBS), ("data.noun", NOUNS), ("index.noun", INDEX)):
        (tmp_path / name).write_text(text, "utf-8")
    assert list(deed_nouns(tmp_path)) == [("resignation", "resign"), ("death", "die")]
