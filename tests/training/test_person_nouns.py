from pathlib import Path

from training.person_nouns import person_nouns

DATA = """  1 This file has a licence.
00000001 18 n 01 nurse 0 001 @ 00000009 n 0000 | one skilled in caring for the sick
00000002 18 n 01 widow 0 001 @ 00000009 n 0000 | a woman whose husband is dead
00000003 18 n 01 son 0 001 @ 00000009 n 0000 | a male human offspring
00000004 18 n 01 hero 0 001 @ 00000009 n 0000 | a man distinguished by courage
00000005 18 n 01 fireman 0 001 @ 00000009 n 0000 | a man who fights fires
00000006 18 n 01 parent 0 001 @ 00000009 n 0000 | a father or mother
00000007 18 n 01 elizabeth 0 001 @i 00000009 n 0000 | a queen of England
00000008 14 n 01 crew 0 001 @ 00000009 n 0000 | the men who man a ship
00000010 18 n 01 husband 0 001 @ 00000009 n 0000 | a married man
"""
INDEX = """  1 This file has a licence.
nurse n 2 1 @ 2 1 00000001 00000008
widow n 1 1 @ 1 1 00000002
son n 1 1 @ 1 1 00000003
hero n 1 1 @ 1 1 00000004
fireman n 1 1 @ 1 1 00000005
parent n 1 1 @ 1 1 00000006
elizabeth n 1 1 @ 1 1 00000007
crew n 2 1 @ 2 1 00000008 00000001
head_nurse n 1 1 @ 1 1 00000001
husband n 1 1 @ 1 1 00000010
"""


def test_nouns_whose_commonest_sense_is_a_person_with_he_or_she_where_the_gloss_says_so(tmp_path: Path) -> None:
    (tmp_path / "data.noun").write_text(DATA, "utf-8")
    (tmp_path / "index.noun").write_text(INDEX, "utf-8")
    expected = ["nurse", "widow she", "son he", "hero", "fireman he", "parent", "husband he"]
    assert list(person_nouns(tmp_path)) == expected
