from django.apps import AppConfig


class SiteConfig(AppConfig):
    """What ties the site's rooms together; it has no records of its own."""

    name = "config"

    def ready(self):
        from config import choosers

        choosers.give_nonce()
