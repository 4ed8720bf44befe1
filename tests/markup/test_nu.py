"""Nothing that a reader's browser is sent has an error, as the Nu checker sees it."""

import shutil
from collections import Counter
from pathlib import Path

import pytest

from config.languages import language_of
from tests.house.tree import ROOT
from tests.markup.pages import every_page, file_of
from tests.nu import found_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("five_stories")]

FAULTS = {
    "broken.html": "<!doctype html><html lang=en><title>x</title><p><div></p>",
    "broken.css": "p { colour: red }",
    "broken.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect colour="red"/></svg>',
}


def is_meant(message):
    """Tell whether a warning is about what is so on purpose."""
    words, extract = message["message"], message.get("extract", "")
    # Named by the heading above it or by a label, which the checker does not count.
    if words.startswith("Section lacks heading"):
        return "aria-label" in extract
    # A statement has no title; who said it comes first and is no heading of a part.
    return words.startswith("Article lacks heading") and 'class="statement"' in extract


def told(messages):
    """Return messages in words, with how many files have each and one of them."""
    counted, where = Counter(), {}
    for message in messages:
        kind = message.get("subType", message["type"])
        words = f"{kind}: {message['message']}"
        counted[words] += 1
        where[words] = f"{Path(message['url']).name}: {message.get('extract', '')}"
    return [f"{count} × {words} ({where[words]})" for words, count in counted.items()]


def test_no_page_style_or_picture_has_an_error(nu, tmp_path):
    read = Counter()
    for address, page in every_page():
        assert page["Content-Type"].startswith("text/html"), address
        (tmp_path / file_of(address)).write_bytes(page.content)
        read[language_of(address), page.status_code] += 1
    for language in ("en", "es"):
        assert read[language, 200] > 50
        assert {400, 403, 404, 500, 503} <= {
            status for spoken, status in read if spoken == language
        }
    for kind in ("css", "svg"):
        found = [*(ROOT / "static").rglob(f"*.{kind}")]
        assert found
        for file in found:
            shutil.copy(file, tmp_path / f"{file.parent.name}-{file.name}")
    messages = found_in(tmp_path, nu)
    assert told(message for message in messages if not is_meant(message)) == []


def test_fault_is_found(nu, tmp_path):
    for name, text in FAULTS.items():
        (tmp_path / name).write_text(text)
    found = {Path(message["url"]).name for message in found_in(tmp_path, nu)}
    assert found == set(FAULTS)
