"""“Report an error”: the one form of the public site.

`token` says when a form was opened, `form` what is in it, `spam` whether a reader would
send it so, `limits` how many may come; `page` answers.
"""

from news.views.reporting.page import ReportError

__all__ = ["ReportError"]
