"""How much is done: questions of a person in a minute, and updates that may wait."""

import time
from collections import defaultdict, deque
from collections.abc import Callable

WAITING = 200  # updates that may wait: about a minute of questions
MINUTE = 60.0


class Rate:
    """So many in a minute for each key; forgets keys that are quiet."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._most = most
        self._clock = clock
        self._times: dict[int, deque[float]] = defaultdict(deque)

    def take(self, key: int) -> bool:
        """Whether one more may be done now; counts it if so."""
        now = self._clock()
        times = self._times[key]
        while times and now - times[0] >= MINUTE:
            times.popleft()
        if len(times) >= self._most:
            return False
        times.append(now)
        if len(self._times) > 10_000:
            self._times = defaultdict(deque, {k: t for k, t in self._times.items() if t and now - t[-1] < MINUTE})
        return True
