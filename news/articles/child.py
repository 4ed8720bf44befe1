"""Read a page given on standard input and print what it holds as JSON.

Runs as a process of its own (see `reading`), without Django: a page that exhausts
memory or time, or the parser's stack, ends this process and nothing else.
"""

import json
import resource
import socket
import sys
from dataclasses import asdict

import lxml.html

from news.articles.metadata import Metadata
from news.articles.paragraphs import paragraphs_of

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 10


def main() -> None:
    """Print what the page holds; nothing if no page can be made of it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    socket.socket = no_network  # type: ignore[assignment,misc] # on purpose
    json.dump(read(sys.stdin.buffer.read()), sys.stdout, default=str)


def no_network(*_args: object, **_kwargs: object) -> None:
    """Refuse a connection: a page is read, nothing that it names is asked for."""
    raise OSError("no network")


def read(data: bytes) -> dict[str, object]:
    """Return the paragraphs and the metadata of a page in UTF-8."""
    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True)
    tree = lxml.html.document_fromstring(data, parser=parser)
    page = Metadata(tree)
    found = {
        "headline": page.headline(),
        "outlet": page.outlet(),
        "byline": page.byline(),
        "language": page.language(),
        "address": page.address(),
    }
    return {
        **{name: asdict(value) for name, value in found.items() if value},
        "published": [asdict(moment) for moment in page.published()],
        # Last: it takes the page apart.
        "paragraphs": paragraphs_of(tree),
    }


if __name__ == "__main__":
    main()
