"""The site's one stylesheet, made of the parts in static/css.

A reader on a phone should fetch one file; a person at work should open a small
one. So the parts stay parts, each folder one cascade layer, and this finder
hands them to Django's static files as `css/site.css`, the same bytes in
development, in tests and in what `collectstatic` gathers. Nothing has to be run.
"""

import re
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

NAME = "css/site.css"
COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
INDENT = re.compile(r"^\s+", re.MULTILINE)
LAYERS = ("reset", "tokens", "base", "components", "pages")


def parts(root):
    """Yield each layer with the paths of its parts, in the order of the cascade.

    A layer is a file (`base.css`) or a folder (`components/`). Within a folder the
    order is the alphabet's: a part must not lean on another one's rules.
    """
    for layer in LAYERS:
        yield layer, [root / f"{layer}.css", *sorted((root / layer).glob("*.css"))]


def stylesheet(root):
    """Return the text of the whole stylesheet.

    Every part sits in its layer, so a page's rule beats a component's and that
    beats a bare element's, whatever their selectors weigh.
    """
    rules = [
        f"@layer {layer} {{\n{served(path.read_text())}}}\n"
        for layer, paths in parts(root)
        for path in paths
        if path.exists()
    ]
    return f"@layer {', '.join(LAYERS)};\n{''.join(rules)}"


def served(part):
    """Return a part without its comments and indents, which are for those who edit."""
    told = COMMENT.sub("", part)
    return INDENT.sub("", told)


class StylesheetFinder(BaseFinder):
    """Find `css/site.css`, written anew whenever a part has changed."""

    def __init__(self):
        self.source = settings.BASE_DIR / "static" / "css"
        self.storage = FileSystemStorage(location=settings.VAR_DIR / "stylesheet")

    def check(self, **kwargs):
        """Return no messages: the parts are in the repository."""
        return []

    def find(self, path, find_all=False):
        """Return the path of the built stylesheet, if that is what is wanted."""
        if path != NAME:
            return []
        built = self.build()
        return [built] if find_all else built

    def list(self, ignore_patterns):
        """Yield the built stylesheet and the storage that holds it."""
        self.build()
        yield NAME, self.storage

    def build(self):
        """Write the stylesheet if it changed; return its path."""
        target = Path(self.storage.path(NAME))
        text = stylesheet(self.source)
        if not target.exists() or target.read_text() != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            # Renamed into place: another process may be reading the old one.
            with NamedTemporaryFile("w", dir=target.parent, delete=False) as draft:
                draft.write(text)
            Path(draft.name).chmod(0o644)
            Path(draft.name).replace(target)
        return str(target)
