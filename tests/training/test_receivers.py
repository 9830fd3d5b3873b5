from pathlib import Path

from training.receivers import giving_verbs

DATA = """  1 This file has a licence.
00000001 40 v 02 give 0 Hand_over 0 001 @ 00000009 v 0000 02 + 14 00 + 08 00 | transfer to somebody
00000002 32 v 02 promise 0 vow 0 000 02 + 15 01 + 08 00 | make a promise
00000003 32 v 01 blame 0 000 01 + 09 00 | hold responsible
00000004 39 v 01 see 0 000 | perceive
"""


def test_verbs_with_a_receiver_are_told_by_their_frames(tmp_path: Path) -> None:
    (tmp_path / "data.verb").write_text(DATA, "utf-8")
    assert list(giving_verbs(tmp_path)) == ["give", "promise"]
