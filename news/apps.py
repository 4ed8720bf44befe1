from django.apps import AppConfig


class NewsConfig(AppConfig):
    """How we know: outlets, sources, citations and the prose pages."""

    name = "news"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Move the record's version when prose or the log of corrections changes."""
        from news import freshness

        freshness.watch()
