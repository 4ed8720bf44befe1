"""Run a command with a real part that not every machine has."""

import os
import shutil
import signal
import subprocess
import sys


def run_with(part, setting, provided):
    """Run the command of `sys.argv` with the part, and exit as it did.

    `provided` is a context manager that yields the value of the environment
    variable `setting`, or raises LookupError where the part cannot be had. Then
    one loud line says so and the command is skipped; with REQUIRE_ALL=1, as
    continuous integration sets it, the lack is an error.
    """
    # Ended from outside, the command still leaves nothing running behind it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        with provided as value:
            environment = os.environ | {setting: value}
            done = subprocess.run(sys.argv[1:], env=environment, check=False)
    except LookupError as lack:
        required = os.environ.get("REQUIRE_ALL") == "1"
        outcome = "FAILED" if required else "SKIPPED"
        sys.stderr.write(f"*** {outcome}: no tests with {part}: {lack} ***\n")
        sys.exit(1 if required else 0)
    sys.exit(done.returncode)


def from_debian(package, program):
    """Install Debian's package where that is ours to do; return its program, if any."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    install = ["apt-get", "install", "-qq", "--no-install-recommends", package]
    if not succeeds(*install):
        succeeds("apt-get", "update", "-qq")  # the lists of a fresh image are old
        succeeds(*install)
    return shutil.which(program)


def succeeds(*command):
    """Run a program quietly and tell whether it ended well."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            **quiet,
            stdin=subprocess.DEVNULL,
            env=environment,
            check=False,
            timeout=300,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
