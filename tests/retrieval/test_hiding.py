import subprocess
import sys
import threading

import pytest

from retrieval.hiding import without

UNLOADED = "wave"  # of the standard library, and used by nothing here


def imported() -> bool:
    sys.modules.pop(UNLOADED, None)
    try:
        __import__(UNLOADED)
    except ModuleNotFoundError:
        return False
    return True


def test_a_package_is_hidden_for_the_time_being() -> None:
    with without(UNLOADED):
        assert not imported()
    assert imported()


def test_it_is_found_again_after_an_error() -> None:
    with pytest.raises(LookupError), without(UNLOADED):
        raise LookupError
    assert imported()


def test_other_threads_find_it() -> None:
    seen: list[bool] = []
    with without(UNLOADED):
        other = threading.Thread(target=lambda: seen.append(imported()))
        other.start()
        other.join()
    assert seen == [True]


def test_forms_of_words_need_no_parser_and_a_parse_no_torch() -> None:
    program = (
        "import sys; from retrieval.inflection import past_of; print(past_of('leave'), 'spacy' in sys.modules)\n"
        "from retrieval.parser import parsed; print(parsed('Ek left.')[1].role, 'torch' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "left False\nROOT False\n"
