from django.apps import AppConfig


class NewsConfig(AppConfig):
    """How we know: outlets, sources, citations and the prose pages."""

    name = "news"
    default_auto_field = "django.db.models.BigAutoField"
