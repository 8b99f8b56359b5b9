"""Addresses of other sites asked politely: one at a time of each host, with a pause, and no host twice at once."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import Queue
from threading import Event
from urllib.parse import urlsplit

from ..reading.errors import SetupError
from .outside_address import Outcome

_AT_ONCE = 6
"""So many hosts are asked at the same time."""
_TRIED_FIRST = 3
"""When so many hosts do not answer and none has, it is this computer that has no network."""

Ask = Callable[[str], Outcome]


def asked(addresses: Iterable[str], ask: Ask, pause: float) -> Iterator[tuple[str, Outcome]]:
    """Each address with what came of it, as soon as it is known. `pause` is in seconds.

    Raises SetupError at once where there is no network.
    """
    by_host: dict[str, list[str]] = {}
    for address in addresses:
        by_host.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    hosts = list(by_host.values())
    stopped = Event()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        first = [of_host.pop(0) for of_host in hosts[:_TRIED_FIRST]]
        tried = list(zip(first, pool.map(ask, first), strict=True))
        if tried and all(outcome.state == "unreachable" for _, outcome in tried):
            said = "; ".join(sorted({outcome.detail for _, outcome in tried}))
            raise SetupError(f"There is no network here ({said}). Nothing is written.")
        yield from tried
        answers: Queue[tuple[str, Outcome]] = Queue()
        try:
            for i, of_host in enumerate(hosts):
                pauses = [pause if i < len(first) or address is not of_host[0] else 0.0 for address in of_host]
                pool.submit(_ask_host, list(zip(pauses, of_host, strict=True)), ask, answers, stopped)
            for _ in range(sum(map(len, hosts))):
                yield answers.get()
        finally:
            stopped.set()


def _ask_host(
    addresses: list[tuple[float, str]], ask: Ask, answers: Queue[tuple[str, Outcome]], stopped: Event
) -> None:
    """Ask one host for its addresses, each behind its pause, until whoever asked no longer listens."""
    for pause, address in addresses:
        if stopped.wait(pause):
            return
        answers.put((address, ask(address)))
