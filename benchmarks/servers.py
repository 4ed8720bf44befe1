"""Servers of this machine's own, each up while it is measured."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass

from benchmarks.databases import KEPT, ROOT
from benchmarks.processes import children

WORKERS = 2
HOST = "127.0.0.1"
# No page is kept; and each worker keeps its own, as if Redis took no time.
COLD, WARM = "dummycache://", "locmemcache://benchmark"
# As the web server in front says: the reader came by HTTPS.
HEADERS = {"X-Forwarded-Proto": "https"}


@dataclass(frozen=True)
class Server:
    """A server that answers: its port, and the process its workers come from."""

    port: int
    pid: int

    def workers(self):
        """Return the processes that answer."""
        return children(self.pid) or [self.pid]


def free_port():
    """Return a port that nobody listens on."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return found.getsockname()[1]


@contextmanager
def running(command, port, **told):
    """Start a server, yield it when it listens, and end it with all it started.

    :raises RuntimeError: with its own words if it does not come up.
    """
    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen(  # noqa: S603 - our own commands
            command, stdout=words, stderr=words, start_new_session=True, **told
        )
        try:
            if not listens(port, process):
                words.seek(0)
                raise RuntimeError(words.read().decode())
            yield Server(port, process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def listens(port, process):
    """Wait until a port answers; tell whether it does."""
    for _ in range(600):
        if process.poll() is not None:
            return False
        with socket.socket() as asking:
            if not asking.connect_ex((HOST, port)):
                return True
        time.sleep(0.1)
    return False


def environment(database):
    """Return the environment of the public deployment, secrets for this run alone."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "benchmarks.settings",
        "DATABASE_URL": database,
        "CACHE_URL": COLD,
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": HOST,
        "SITE_URL": f"https://{HOST}",
        "STATIC_ROOT": str(KEPT / "static"),
        "WORKERS": str(WORKERS),
    }


def collect_static(database):
    """Collect the static files once, as a deployment does."""
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"],
        cwd=ROOT,
        env=environment(database),
        check=True,
    )


def gunicorn(database, cache):
    """Serve a database as in production, with or without kept pages."""
    port = free_port()
    told = environment(database) | {"CACHE_URL": cache, "BIND": f"{HOST}:{port}"}
    # A worker that is replaced meanwhile would take its CPU time with it.
    command = [sys.executable, "-m", "gunicorn", "--config", "deploy/gunicorn.conf.py"]
    command += ["--max-requests=0", "config.wsgi"]
    return running(command, port, cwd=ROOT, env=told)
