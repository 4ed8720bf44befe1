"""Tests: development's plain HTTP, without files, mail or slow hashing."""

import tempfile

from .development import *  # noqa: F403

DEBUG = False
SECRET_KEY = "insecure-key-of-the-tests"  # noqa: S105
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
RELEASE = "test"
# A rolled-back test takes its record version back: nothing may outlive it.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MEDIA_ROOT = tempfile.mkdtemp(prefix="record-media-")
DOWNLOADS_ROOT = tempfile.mkdtemp(prefix="record-downloads-")
# The tests of the second factor switch it on; the others sign in with one step.
SECOND_FACTOR_REQUIRED = False
