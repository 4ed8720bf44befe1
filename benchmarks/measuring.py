"""One page of one server, measured: what readers wait, and what the server works."""

import json
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.processes import Used
from benchmarks.servers import HEADERS, WORKERS, Server

CLIENTS = (1, 16)
MOST = 400  # requests of one reader in one burst
CLIENT = Path(__file__).parent / "client.py"


@dataclass
class Target:
    """One page of one server, and what each round measured of it."""

    of: str  # the kind of database, or what serves it
    name: str
    temper: str  # cold, warm, tenth
    path: str
    server: Server
    postmaster: int = 0
    headers: dict = field(default_factory=dict)
    rounds: dict = field(default_factory=lambda: {count: [] for count in CLIENTS})
    status: int = 0
    size: int = 0
    etag: str = ""

    @property
    def is_there(self):
        """Whether it answers as it should."""
        return self.status == (304 if self.headers else 200)

    def ask(self, **how):
        """Let readers ask for it; return what the client tells."""
        return asked(self.server.port, self.path, self.headers, **how)

    def try_out(self):
        """Keep how it answers, and let every worker come to know it."""
        told = self.ask()
        self.status, self.size = told["status"], told["bytes"]
        self.etag = told["etag"]
        if self.is_there:
            self.ask(clients=2 * WORKERS)

    def measure(self, clients, seconds, least=None):
        """Measure a burst of so many readers at once."""
        worked = Used(self.server.pid)
        database = Used(self.postmaster) if self.postmaster else None
        least = least or (3 if clients == 1 else 1)
        told = self.ask(clients=clients, seconds=seconds, least=least)
        cpu = worked.seconds()
        database_cpu = database.seconds() if database else 0.0  # or in the worker's
        took = sorted(told["took"])
        figures = {
            "requests": len(took),
            "p50_ms": 1000 * statistics.median(took),
            "p95_ms": 1000 * took[min(len(took) - 1, int(0.95 * len(took)))],
            "cpu_ms": 1000 * cpu / len(took),
            "database_cpu_ms": 1000 * database_cpu / len(took),
        }
        self.rounds[clients].append(figures)
        return figures

    def figures(self):
        """Return {clients: median of the rounds}; of requests the sum."""
        return {
            str(clients): {name: middle(rounds, name) for name in rounds[0]}
            for clients, rounds in self.rounds.items()
            if rounds
        }


def middle(rounds, name):
    """Return the median of a figure over the rounds; of requests how many in all."""
    values = [figures[name] for figures in rounds]
    return sum(values) if name == "requests" else round(statistics.median(values), 3)


def asked(port, path, headers=None, *, clients=1, seconds=0.0, least=1, most=MOST):
    """Let readers ask a port for a path; return what the client tells."""
    told = {
        "port": port,
        "path": path,
        "headers": HEADERS | (headers or {}),
        "clients": clients,
        "seconds": seconds,
        "least": least,
        "most": most,
    }
    done = subprocess.run(  # noqa: S603 - our own client
        [sys.executable, "-S", CLIENT, json.dumps(told)],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)
