"""The checker of markup, for the tests that read what it says."""

import os

import pytest

from tests.nu import kept, named


@pytest.fixture(scope="session")
def nu():
    """Return the path of the Nu checker.

    Without one, `make test` has said so already; a bare `pytest` skips.
    """
    if jar := named() or kept():
        return jar
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail("REQUIRE_ALL=1 and no Nu checker: see tests/nu.py")
    return pytest.skip("no Nu checker: see tests/nu.py")
