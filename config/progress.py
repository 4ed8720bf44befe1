"""How far a long command is: a bar on a terminal, plain lines elsewhere."""

import sys
import time
from contextlib import contextmanager

from tqdm import tqdm

# Plain lines come no more often than every so many seconds.
PAUSE = 5


@contextmanager
def progress(name, total, *, to):
    """Yield what is told of rows that are done; lines go to a command's output."""
    if sys.stderr.isatty():
        with tqdm(desc=name, total=total, unit=" rows") as bar:
            yield bar.update
        return
    lines = Lines(name, total, to)
    yield lines.advance
    lines.end()


class Lines:
    """Progress in whole lines, for a log."""

    def __init__(self, name, total, to):
        self.name, self.total, self.to = name, total, to
        self.begun = self.told = time.monotonic()
        self.done = 0

    def advance(self, rows):
        """Say how far it is, if that was not said just now."""
        self.done += rows
        now = time.monotonic()
        if now - self.told >= PAUSE:
            self.told = now
            rate = self.done / (now - self.begun)
            left = (self.total - self.done) / rate
            self._say(f"{rate:,.0f} a second, {left:,.0f} s left")

    def end(self):
        """Say how long it took."""
        self._say(f"in {time.monotonic() - self.begun:,.1f} s")

    def _say(self, words):
        self.to.write(f"{self.name}: {self.done:,} of {self.total:,} rows, {words}\n")
