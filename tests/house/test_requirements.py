"""What is installed is named, pinned, hashed, and the same on every machine."""

import re

import pytest

from tests.house.tree import ROOT

LOCKS = {
    "requirements.in": ["requirements.txt"],
    "requirements-dev.in": ["requirements.txt", "requirements-dev.txt"],
}
PINNED = re.compile(r"^([a-z0-9-]+)==[\w.]+ \\$")


def faults(lock):
    """Return lines of a lock that pin nothing, or whose package has no hash."""
    packages = re.split(r"\n(?=\S)", re.sub(r"^ *#.*\n", "", lock, flags=re.MULTILINE))
    return [
        package.splitlines()[0]
        for package in filter(None, packages)
        if not PINNED.match(package.splitlines()[0]) or "--hash=sha256:" not in package
    ]


def wanted(text):
    """Return the packages that an input names, as a lock spells them."""
    names = re.findall(r"^([A-Za-z][\w.-]*)", text, flags=re.MULTILINE)
    return {re.sub(r"[-_.]+", "-", name).lower() for name in names}


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_and_hashed(lock):
    assert faults((ROOT / lock).read_text()) == []


def test_loose_package_is_found():
    assert faults("django>=5\nwagtail==8.0.1 \\\n    --hash=sha256:00\n") == [
        "django>=5"
    ]


@pytest.mark.parametrize(("source", "locks"), LOCKS.items(), ids=LOCKS)
def test_lock_has_all_that_was_asked_for(source, locks):
    locked = {
        match[1]
        for lock in locks
        for line in (ROOT / lock).read_text().splitlines()
        if (match := PINNED.match(line))
    }
    assert wanted((ROOT / source).read_text()) - locked == set()
