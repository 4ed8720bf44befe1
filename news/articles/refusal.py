"""Why an article could not be had, in words for the editor who asked for it."""

from django.utils.translation import gettext as _


class ArticleRefused(Exception):
    """An article that is not read; the message says why and what to do instead."""

    def __init__(self, why: str) -> None:
        advice = _("Open the article yourself and paste the text instead.")
        super().__init__(f"{why} {advice}")
