"""Downloads of every row: what they hold in memory, and whom they keep waiting."""

import threading
from dataclasses import replace

from benchmarks.measuring import asked
from benchmarks.processes import forget_highest_memory, highest_memory
from benchmarks.targets import EVERY_PLACE

AT_ONCE = 3


def memory_of(server):
    """Return what a worker held at most before and for a download; None without one."""
    workers = server.workers()
    forget_highest_memory(workers)
    before = highest_memory(workers)
    told = asked(server.port, EVERY_PLACE)
    if told["status"] != 200:
        return None
    found = {"bytes": told["bytes"], "before_mb": before}
    found["peak_mb"] = highest_memory(workers)
    found["seconds"] = round(told["took"][0], 2)
    return found


def page_beside(target, seconds):
    """Return a page's figures alone, and while downloads run without a pause."""
    target = replace(target, rounds={1: []})  # no round of the page itself
    alone = target.measure(1, seconds)
    over, size = threading.Event(), []

    def download():
        while not over.is_set():
            size.append(asked(target.server.port, EVERY_PLACE)["bytes"])

    readers = [threading.Thread(target=download) for _ in range(AT_ONCE)]
    for reader in readers:
        reader.start()
    beside = target.measure(1, seconds)
    over.set()
    for reader in readers:
        reader.join()
    return {
        "downloads": AT_ONCE,
        "alone_p50_ms": round(alone["p50_ms"], 3),
        "beside_p50_ms": round(beside["p50_ms"], 3),
        "alone_p95_ms": round(alone["p95_ms"], 3),
        "beside_p95_ms": round(beside["p95_ms"], 3),
    }
