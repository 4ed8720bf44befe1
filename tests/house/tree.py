"""The repository as a tree of files."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
APPS = ("config", "jurisdictions", "policies", "news")
# Made by commands, never tracked.
MADE = {".git", ".hypothesis", ".venv", "var", "__pycache__", "node_modules"}


def files(*patterns, under="."):
    """Return the repository's files that match a pattern, `*` for every one."""
    found = (path for pattern in patterns for path in (ROOT / under).rglob(pattern))
    return sorted(path for path in found if path.is_file() and not is_made(path))


def is_made(path):
    """Tell whether a command made a file, as it did caches and databases."""
    parts = path.relative_to(ROOT).parts
    return any(part in MADE or part.endswith("_cache") for part in parts)


def lines_matching(pattern, paths):
    """Return "path:number: line" for every line that a pattern is found in."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if pattern.search(line)
    ]


def text_of(path):
    """Return the text of a file, and of a picture nothing."""
    try:
        return path.read_text()
    except UnicodeDecodeError:
        return ""
