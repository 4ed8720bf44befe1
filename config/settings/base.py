"""Settings of every deployment; safe for production as they stand.

A child (development, test, production, public) says only what differs.
Everything that differs between machines comes from the environment:
docs/operating.md lists the names.
"""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from config.databases import database_from

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR_DIR = BASE_DIR / "var"  # what a running site writes; never tracked

env = environ.Env()

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
RELEASE = env.str("RELEASE", default="unreleased")  # part of every page's ETag
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000").rstrip("/")

INSTALLED_APPS = [
    "config",
    "news",
    "policies",
    "jurisdictions",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "drf_spectacular",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django.forms",
]

MIDDLEWARE = [
    "config.middleware.headers.SecurityHeaders",
    "config.middleware.sharing.OpenToPrograms",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.language.LanguageOfAddress",
    "config.middleware.requests.RefuseJunk",
    "config.middleware.conditional.ConditionalPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "config.middleware.past.PastLinks",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.middleware.second_factor.RequireSecondFactor",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.middleware.redirects.Redirects",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# Public templates are Jinja2; the admin's and the sign-in screens are Django's.
TEMPLATES = [
    {
        "NAME": "jinja2",
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "config.templating.environment",
            "extensions": ["jinja2.ext.i18n", "wagtail.jinja2tags.core"],
        },
    },
    {
        "NAME": "django",
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates" / "django"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["config.nonce"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Widgets of the admin are found, and overridden, like any other template.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": database_from(
        env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'record.sqlite3'}")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://record")}

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]  # of pages, by their address
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
# The day of the record turns with the country's east: a council's evening vote
# keeps its date on both coasts.
TIME_ZONE = "America/New_York"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.stylesheet.StylesheetFinder",  # css/site.css out of its parts
]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))
SERVE_MEDIA = False  # the web server does, except in development
# Files of the whole record, made by `manage.py export_record`; so many sets stay.
DOWNLOADS_ROOT = env.path("DOWNLOADS_ROOT", default=str(VAR_DIR / "downloads"))
DOWNLOADS_KEPT = env.int("DOWNLOADS_KEPT", default=14)
SERVE_DOWNLOADS = env.bool("SERVE_DOWNLOADS", default=False)  # the web server does
# No other site builds itself from ours.
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Cookies exist only for editors. `__Host-` binds them to this host, over HTTPS.
SESSION_COOKIE_NAME = "__Host-session"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser session
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# A Wagtail form of a vote with its ballots has more than Django's 1,000 fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    }
]
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

# Sign-in: accounts are made by an administrator, never by a visitor.
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "config.accounts.ClosedAccounts"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/ip,5/5m/key"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator made the account
MFA_TOTP_ISSUER = "The Local Record"
SECOND_FACTOR_REQUIRED = True

WAGTAIL_SITE_NAME = "The Local Record"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # changed under /accounts/, throttled
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_USER_TIME_ZONES = [
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Puerto_Rico",
    "UTC",
]
# The admin calls no other host.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
# Each autosave of a record with inline rows costs dozens of queries.
WAGTAIL_AUTOSAVE_INTERVAL = 10_000
WAGTAIL_AUTO_UPDATE_PREVIEW_INTERVAL = 2_000

WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_INLINE_CONTENT_TYPES = []  # a document is always a download
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}

# SQLite's full-text ranking is quadratic and a stray quotation mark breaks it.
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": (
            "wagtail.search.backends.database"
            if DATABASES["default"]["ENGINE"].endswith("postgresql")
            else "modelsearch.backends.database.fallback"
        )
    }
}

# So many of ICE's lists in a row without an agreement, before we say that ICE no
# longer lists it.
ICE_LISTS_BEFORE_DELISTED = env.int("ICE_LISTS_BEFORE_DELISTED", default=3)
# So far may a day on ICE's list be from ours, and ICE behind a local decision,
# before the report of differences tells it.
RECONCILE_DAYS = env.int("RECONCILE_DAYS", default=30)
# After so many days editors are asked to look again at what is still only proposed,
# and at what applies to people and nobody has compared with its sources since.
PROPOSED_DAYS = env.int("PROPOSED_DAYS", default=60)
CHECK_DAYS = env.int("CHECK_DAYS", default=180)
# The report of coverage counts what nobody compared with its sources for so long.
COVERAGE_DAYS = env.int("COVERAGE_DAYS", default=90)

# Requests to the API from one address; 0 is no limit.
API_RATES = {
    "minute": env.int("API_PER_MINUTE", default=60),
    "day": env.int("API_PER_DAY", default=5_000),
}
# Reports of errors in a day: from one client's network, and from everybody together;
# 0 is no limit. What looks like spam is counted apart.
REPORT_LIMITS = {
    "client": env.int("REPORTS_PER_CLIENT", default=20),
    "all": env.int("REPORTS_PER_DAY", default=500),
}
# Web servers of ours in front, each of which adds whom it answers (X-Forwarded-For).
TRUSTED_PROXIES = 0
SPECTACULAR_SETTINGS = {
    "TITLE": "The Local Record",
    "VERSION": "1",
    "DESCRIPTION": (
        "What US cities, counties and states agreed with Immigration and Customs "
        "Enforcement (ICE), who decided, and how we know. Read-only, without a key. "
        "Parameters narrow each other; one that is given again widens, for any of its "
        "values will do; a hyphen before its name takes rows away. What is unknown or "
        "wrong in a query is refused, never ignored. "
        f"Described for people at {SITE_URL}/api/v1/docs/"
    ),
    "LICENSE": {
        "name": "CC BY 4.0",
        "url": "https://creativecommons.org/licenses/by/4.0/",
    },
    "SERVERS": [{"url": SITE_URL}],
    "OAS_VERSION": "3.1.0",
    "SCHEMA_PATH_PREFIX": "(?:/es)?/api/v1",
    "PREPROCESSING_HOOKS": ["config.api.schema.of_the_api"],
    # Without the usual one: each list of choices stands where it belongs.
    "POSTPROCESSING_HOOKS": ["config.api.schema.empty_asks_nothing"],
    "SORT_OPERATIONS": False,
    "SORT_OPERATION_PARAMETERS": False,
}

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="record@localhost")

# One line on standard error for what broke: no address, agent, referrer, query.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING", "propagate": False},
        # Refused requests (4xx) would say what a reader looked for.
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
    },
}
