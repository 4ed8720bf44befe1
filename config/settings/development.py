"""A site on one's own machine: plain HTTP, nothing to install, nothing secret."""

import os
import sys
import time

from .base import *  # noqa: F403
from .base import env

# Off, so that one sees what a reader sees; `DEBUG=1` gives Django's debug pages.
DEBUG = env.bool("DEBUG", default=False)
# Production refuses a key that begins with these words.
SECRET_KEY = env.str("SECRET_KEY", default="insecure-development-key")
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]", ".localhost"]
)

# Every start is a release: an edited template shows at the next one.
RELEASE = f"development-{time.time()}"

SESSION_COOKIE_NAME = "session"
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_NAME = "csrf"
CSRF_COOKIE_SECURE = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
SERVE_MEDIA = True
SERVE_DOWNLOADS = True
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=False)
# Said once: the server that reloads itself reads these settings a second time.
starts_server = "runserver" in sys.argv and "RUN_MAIN" not in os.environ
if not SECOND_FACTOR_REQUIRED and starts_server:
    print(  # noqa: T201
        "\n*** DEVELOPMENT: the admin opens with a password alone."
        "\n*** In production every editor needs a second factor."
        "\n*** Try it here with SECOND_FACTOR_REQUIRED=1.\n",
        file=sys.stderr,
    )
