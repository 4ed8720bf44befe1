"""The public deployment: the same code, unable to sign anybody in or to edit.

No admin, no session, no account, no message: nothing here sets a cookie. The
database role reads; all that it may write is what a reader reports.
"""

from config.databases import database_from

from .production import *  # noqa: F403
from .production import CACHES, INSTALLED_APPS, MIDDLEWARE, env

ROOT_URLCONF = "config.public_urls"
INSTALLED_APPS = [app for app in INSTALLED_APPS if not app.startswith("allauth")]
MIDDLEWARE = [
    name
    for name in MIDDLEWARE
    if name.startswith(("config.", "whitenoise.", "wagtail.contrib.redirects"))
    or name.endswith((".SecurityMiddleware", ".CommonMiddleware"))
    if "second_factor" not in name
]
_spoken = MIDDLEWARE.index("config.middleware.language.LanguageOfAddress")
MIDDLEWARE.insert(_spoken + 1, "config.middleware.requests.OnlyReads")
AUTHENTICATION_BACKENDS = []

DATABASES = {"default": database_from(env.str("DATABASE_URL"), read_only=True)}
CACHES = {"default": CACHES["default"]}
if CACHES["default"]["BACKEND"].endswith("RedisCache"):
    # A lost cache makes pages slower, never unavailable.
    CACHES["default"]["BACKEND"] = "config.caching.ForgivingRedisCache"

DATA_UPLOAD_MAX_NUMBER_FIELDS = 200  # parameters of a query string

SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # frame-ancestors and X-Frame-Options: SecurityHeaders
    "security.W003",  # the one form is nobody's: news.views.reporting.token
]
