"""The one stylesheet: made of its parts, small, and the same for everybody."""

import gzip
import re

from django.conf import settings
from django.contrib.staticfiles import finders

from config.stylesheet import LAYERS, NAME, parts, stylesheet

SOURCE = settings.BASE_DIR / "static" / "css"
LARGEST = 12_000  # bytes on the wire


def test_finder_serves_the_whole_stylesheet():
    built = finders.find(NAME)
    with open(built) as file:
        assert file.read() == stylesheet(SOURCE)


def test_collecting_finds_it_too():
    finder = finders.get_finder("config.stylesheet.StylesheetFinder")
    [(name, storage)] = finder.list([])
    assert name == NAME
    assert storage.exists(name)


def test_other_files_are_left_to_other_finders():
    finder = finders.get_finder("config.stylesheet.StylesheetFinder")
    assert finder.find("css/other.css") == []


def test_every_part_is_in_a_layer():
    """A part outside would silently never be served."""
    listed = {path for _layer, paths in parts(SOURCE) for path in paths}
    # A page of the editors' own, and what stands in frames on other sites.
    apart = {SOURCE / "accounts.css", SOURCE / "frame.css"}
    assert set(SOURCE.rglob("*.css")) - apart <= listed


def test_changed_part_changes_what_is_served(tmp_path):
    (tmp_path / "components").mkdir()
    (tmp_path / "base.css").write_text("p { margin: 0; }\n")
    (tmp_path / "components" / "tag.css").write_text(
        "/* For those\n   who edit. */\n.tag {\n  margin: 0;\n}\n"
    )
    text = stylesheet(tmp_path)
    assert text.startswith(f"@layer {', '.join(LAYERS)};")
    assert "@layer base {\np { margin: 0; }\n}" in text
    assert "@layer components {\n.tag {\nmargin: 0;\n}\n}" in text
    assert "edit" not in text


def test_stylesheet_is_small():
    assert len(gzip.compress(stylesheet(SOURCE).encode())) <= LARGEST


def test_every_property_that_is_used_is_defined():
    text = stylesheet(SOURCE)
    defined = set(re.findall(r"(--[\w-]+)\s*:", text))
    assert set(re.findall(r"var\((--[\w-]+)", text)) <= defined
