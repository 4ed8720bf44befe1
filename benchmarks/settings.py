"""The public deployment as it is served, and one address more: the empty view."""

from config.settings.public import *  # noqa: F403

ROOT_URLCONF = "benchmarks.urls"
