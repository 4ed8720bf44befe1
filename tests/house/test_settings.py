"""Every setting that a machine can give is written down where operators look."""

import re

from tests.house.tree import ROOT, files

READ = re.compile(r"\benv\.\w+\(\s*\"([A-Z_]+)\"")


def unwritten(names, text):
    """Return names that a text does not mention."""
    return sorted(name for name in names if not re.search(rf"\b{name}\b", text))


def test_every_setting_of_the_environment_is_documented():
    read = {
        name
        for path in files("*.py", under="config/settings")
        if path.name != "development.py"  # what nobody deploys
        for name in READ.findall(path.read_text())
    }
    assert "SECRET_KEY" in read
    assert unwritten(read, (ROOT / "docs" / "operating.md").read_text()) == []


def test_undocumented_setting_is_found():
    assert unwritten({"A_NAME", "OTHER"}, "`A_NAME` is …") == ["OTHER"]
