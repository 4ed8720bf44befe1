from django.apps import AppConfig


class PoliciesConfig(AppConfig):
    """What they did: agreements, policies, votes, statements, court cases."""

    name = "policies"
    default_auto_field = "django.db.models.BigAutoField"
