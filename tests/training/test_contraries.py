from pathlib import Path

from training.contraries import contraries

VERBS = """  1 This file has a licence.
00000001 33 v 02 win 0 gain 2 001 ! 00000002 v 0101 02 + 02 00 + 08 00 | be the winner
00000002 33 v 01 lose 0 001 ! 00000001 v 0101 01 + 02 00 | fail to win
00000003 35 v 01 table 0 001 ! 00000004 v 0101 01 + 08 00 | a rare sense
00000004 35 v 01 lift 0 000 01 + 08 00 | raise
"""
INDEX = """  1 This file has a licence.
lift v 1 0 1 0 00000004
lose v 1 1 ! 1 1 00000002
table v 4 1 ! 4 1 00000011 00000012 00000013 00000003
win v 1 1 ! 1 1 00000001
"""


def test_verbs_have_those_that_mean_the_contrary(tmp_path: Path) -> None:
    for name, text in (("data.verb", VERBS), ("index.verb", INDEX)):
        (tmp_path / name).write_text(text, "utf-8")
    assert list(contraries(tmp_path)) == [("win", "lose"), ("lose", "win")]
