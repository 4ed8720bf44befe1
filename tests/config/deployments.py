"""The settings of a deployment, as a mapping, without starting one."""

import os
import runpy
import sys
from unittest import mock

ENVIRONMENT = {
    "SECRET_KEY": "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQ",
    "DATABASE_URL": "sqlite://:memory:",
    "CACHE_URL": "redis://127.0.0.1:1/0",
    "ALLOWED_HOSTS": "testserver",
    "SITE_URL": "https://testserver",
}


def settings_of(name: str) -> dict:
    """Return what a settings module says when the environment is complete."""
    with mock.patch.dict(os.environ, ENVIRONMENT), mock.patch.dict(sys.modules):
        for module in [m for m in sys.modules if m.startswith("config.settings.")]:
            del sys.modules[module]
        found = runpy.run_module(f"config.settings.{name}")
    return {key: value for key, value in found.items() if key.isupper()}
