"""Production refuses to start half-configured, and says why."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.startup import refuse_insecure

GOOD_KEY = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQ"
COMPLETE = {
    "SECRET_KEY": GOOD_KEY,
    "DATABASE_URL": "sqlite://:memory:",
    "CACHE_URL": "locmemcache://x",
    "ALLOWED_HOSTS": "record.example",
    "SITE_URL": "https://record.example",
}


@pytest.mark.parametrize(
    "key",
    ["", "short", "insecure-development-key" * 3, "change-me" * 9, "ab" * 40],
)
def test_key_that_is_guessable_is_refused(key):
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        refuse_insecure(secret_key=key, fallbacks=[], required={})


def test_good_key_is_accepted():
    refuse_insecure(secret_key=GOOD_KEY, fallbacks=[GOOD_KEY], required={})


def test_guessable_fallback_is_refused():
    """An old key still signs sessions in, so it must be as good as the new one."""
    with pytest.raises(ImproperlyConfigured, match="FALLBACKS"):
        refuse_insecure(secret_key=GOOD_KEY, fallbacks=["old"], required={})


def test_every_fault_is_named_at_once():
    with pytest.raises(ImproperlyConfigured) as refusal:
        refuse_insecure(
            secret_key="", fallbacks=[], required={"SITE_URL": "", "CACHE_URL": ""}
        )
    words = str(refusal.value)
    assert all(name in words for name in ("SECRET_KEY", "SITE_URL", "CACHE_URL"))


@pytest.mark.parametrize("settings_module", ["production", "public"])
@pytest.mark.parametrize("missing", ["SECRET_KEY", "DATABASE_URL"])
def test_process_without_a_setting_does_not_start(settings_module, missing):
    environment = {k: v for k, v in COMPLETE.items() if k != missing}
    result = _start(settings_module, environment)
    assert result.returncode != 0
    assert f"{missing} is missing" in result.stderr


@pytest.mark.parametrize("settings_module", ["production", "public"])
def test_process_with_every_setting_passes_the_deployment_checks(settings_module):
    result = _start(settings_module, COMPLETE)
    assert result.returncode == 0, result.stderr


def _start(settings_module, environment):
    inherited = {k: os.environ[k] for k in ("PATH", "HOME") if k in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level=WARNING"],
        env=inherited
        | environment
        | {"DJANGO_SETTINGS_MODULE": f"config.settings.{settings_module}"},
        capture_output=True,
        text=True,
        check=False,
    )
