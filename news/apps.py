from django.apps import AppConfig


class NewsConfig(AppConfig):
    """How we know: outlets, sources, citations and the prose pages."""

    name = "news"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Let pages, records and the log of changes follow what they rest on."""
        from news import actions, freshness
        from news.changes import watching

        actions.watch()
        freshness.watch()
        watching.watch()
