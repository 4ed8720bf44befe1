"""The editors' deployment: public pages and the admin, behind the web server."""

from config.startup import refuse_insecure

from .base import *  # noqa: F403
from .base import ALLOWED_HOSTS, SECRET_KEY, SECRET_KEY_FALLBACKS, SITE_URL, env

refuse_insecure(
    secret_key=SECRET_KEY,
    fallbacks=SECRET_KEY_FALLBACKS,
    required={
        "DATABASE_URL": env.str("DATABASE_URL", default=""),
        "ALLOWED_HOSTS": ALLOWED_HOSTS,
        "SITE_URL": env.str("SITE_URL", default=""),
        # Counts of failed sign-ins must be shared by every worker process.
        "CACHE_URL": env.str("CACHE_URL", default=""),
    },
)

# The web server in front overwrites both headers (deploy/nginx.conf).
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
TRUSTED_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = 1
CSRF_TRUSTED_ORIGINS = [SITE_URL]
