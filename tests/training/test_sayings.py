from pathlib import Path

from training.sayings import saying_verbs

DATA = """  1 This file has a licence.
00000001 32 v 02 testify 0 depose 0 000 01 + 26 00 | give testimony
00000002 31 v 02 recall 0 remember 0 000 01 + 26 00 | have a recollection
00000003 31 v 01 know 0 000 01 + 26 00 | be aware of a fact
00000004 32 v 01 know 1 000 01 + 26 00 | a rarer sense
00000005 32 v 01 deny 0 000 01 + 26 00 | declare untrue
00000006 32 v 01 thank 0 000 01 + 09 00 | express gratitude
"""
INDEX = """  1 This file has a licence.
deny v 1 0 1 0 00000005
know v 2 0 2 0 00000003 00000004
recall v 1 0 1 0 00000002
remember v 1 0 1 0 00000002
testify v 1 0 1 0 00000001
thank v 1 0 1 0 00000006
"""


def test_verbs_of_saying_are_told_by_their_frame_and_commonest_sense(tmp_path: Path) -> None:
    (tmp_path / "data.verb").write_text(DATA, "utf-8")
    (tmp_path / "index.verb").write_text(INDEX, "utf-8")
    assert list(saying_verbs(tmp_path)) == ["insist", "recall", "remember", "testify"]
