from django.apps import AppConfig


class NewsConfig(AppConfig):
    """How we know: outlets, sources, citations and the prose pages."""

    name = "news"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Let pages follow prose and corrections, and records their sources' dates."""
        from news import actions, freshness

        actions.watch()
        freshness.watch()
