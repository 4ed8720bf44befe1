"""The screens on which an article becomes records: box, article, cards, confirming.

`screen` says who may see them and where the work on an article goes on. On `cards`
every suggestion is decided on, `confirming` shows what the public will read, and on
`review` a second reader publishes it.
"""

from news.viewsets.intake.panel import IntakePanel
from news.viewsets.intake.screen import may_take_in
from news.viewsets.intake.viewset import IntakeViewSet

__all__ = ["IntakePanel", "IntakeViewSet", "may_take_in"]
