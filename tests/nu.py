"""Run a command with the Nu HTML checker: `python -m tests.nu pytest tests/markup`.

It is the one behind validator.w3.org, as npm's package of it, which needs Java.
`NU_CHECKER` names a `vnu.jar` to use. Else the one fetched before is taken, or it is
fetched; Java is this machine's, or Debian's package where that may be installed.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from contextlib import contextmanager
from pathlib import Path

from tests.parts import from_debian, run_with, succeeds

PACKAGE, VERSION = "vnu-jar", "26.9.27"
# Of the package as npm serves it. A newer one finds other faults: it is taken by hand.
SHA512 = (
    "TkQd5DFfOaWC9ebtvozTsrH2Vaod3jYg+vrOeREzIXxB"
    "exLz9+rS2DNtjn7+RPUiZhgli0SghgBX6RJRNea0KA=="
)
WITHIN = "package/build/dist/vnu.jar"
FETCHED = Path(sys.prefix) / "nu" / VERSION  # goes when the environment goes


@contextmanager
def checker():
    """Yield the path of a checker that runs, fetching it and Java if need be.

    :raises LookupError: if either cannot be had.
    """
    if not (shutil.which("java") or from_debian("default-jre-headless", "java")):
        raise LookupError("no Java here, nor from apt-get")
    for way in (named, kept, from_npm):
        jar = way()
        if jar and succeeds("java", "-jar", jar, "--version"):
            yield jar
            return
    raise LookupError(f"no {PACKAGE} {VERSION} here, nor from npm")


def named():
    """Return the checker that the environment names."""
    return os.environ.get("NU_CHECKER")


def kept():
    """Return the checker that was fetched before."""
    jar = FETCHED / "vnu.jar"
    return str(jar) if jar.exists() else None


def from_npm():
    """Fetch npm's package, if it is the very one that is known here."""
    if not shutil.which("npm"):
        return None
    FETCHED.mkdir(parents=True, exist_ok=True)
    fetch = ["npm", "pack", f"{PACKAGE}@{VERSION}", "--pack-destination", FETCHED]
    package = FETCHED / f"{PACKAGE}-{VERSION}.tgz"
    if not succeeds(*fetch) or not package.exists():
        return None
    digest = hashlib.sha512(package.read_bytes()).digest()
    if base64.b64encode(digest).decode() == SHA512:
        with tarfile.open(package) as archive:
            jar = archive.extractfile(WITHIN).read()
        (FETCHED / "vnu.jar").write_bytes(jar)
    package.unlink()
    return kept()


def found_in(folder, jar):
    """Return what the checker says of a folder's pages, styles and pictures.

    Java starts once for all of them. Each message has its file's `url`, a `type`, a
    `subType` and a `message`.
    """
    asked = ["--format", "json", "--stdout", "--exit-zero-always"]
    asked += ["--also-check-css", "--also-check-svg", folder]
    told = subprocess.run(
        ["java", "-jar", jar, *asked], capture_output=True, text=True, check=True
    )
    return json.loads(told.stdout)["messages"]


if __name__ == "__main__":
    run_with("the Nu checker", "NU_CHECKER", checker())
