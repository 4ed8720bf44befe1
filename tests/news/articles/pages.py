"""Pages of articles as outlets make them; places, people and outlets are made up."""

import json

from news.articles.fetching import Page
from news.articles.reading import read_page

ADDRESS = "https://www.wxyz.example/news/council-votes"
SENTENCES = (
    "SMALLVILLE, Ala. (WXYZ) — The council of the city met on Monday to talk about the"
    " agreement with the agency, and it will vote on it next week.",
    "“We have to know what it says before we vote on it,” said the oldest of the"
    " members, who has been on the council for twenty years.",
    "The mayor sent the agreement to the council and did not say what it will cost.",
    "Nobody who spoke at the meeting was for it, and a dozen people were against it.",
)


def paragraphs(*texts):
    """Return texts as paragraphs of a page."""
    return "".join(f"<p>{text}</p>" for text in texts or SENTENCES)


def html(body=None, head="", attributes=""):
    """Return a page; its article has no headline unless it is in `body`."""
    article = f"<article>{paragraphs() if body is None else body}</article>"
    return (
        f"<!DOCTYPE html><html {attributes}><head>{head}</head><body>{article}</body>"
    )


def linked(**values):
    """Return the JSON-LD of an article."""
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **values}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def read(markup, address=ADDRESS, charset=""):
    """Return the article on a page."""
    data = markup if isinstance(markup, bytes) else markup.encode()
    return read_page(Page(data, address, charset))
