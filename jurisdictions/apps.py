from django.apps import AppConfig


class JurisdictionsConfig(AppConfig):
    """Who and where: places, agencies, bodies, officials, organizations."""

    name = "jurisdictions"
    default_auto_field = "django.db.models.BigAutoField"
