from bot.telegram.limits import Rate


def test_so_many_in_a_minute_for_each_person() -> None:
    now = 0.0
    rate = Rate(2, lambda: now)
    assert [rate.take(1), rate.take(1), rate.take(1), rate.take(2)] == [True, True, False, True]
    now = 59.9
    assert not rate.take(1)
    now = 60.0
    assert [rate.take(1), rate.take(1), rate.take(1)] == [True, True, False]


def test_quiet_people_are_forgotten() -> None:
    now = 0.0
    rate = Rate(1, lambda: now)
    for key in range(10_000):
        rate.take(key)
    now = 100.0
    rate.take(-1)
    assert len(rate._times) == 1
