"""A password cannot be guessed by trying."""

import pytest
from django.core.cache import cache

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery staple"


@pytest.fixture(autouse=True)
def counting_cache(settings):
    """A cache that remembers, as production's does, and is empty again after."""
    backend = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": "throttling"}}
    yield
    cache.clear()


def attempt(client, login="ed", password="wrong", address="192.0.2.1"):
    """Try to sign in from an address; return the answer."""
    form = {"login": login, "password": password}
    return client.post("/accounts/login/", form, REMOTE_ADDR=address)


def test_right_password_is_refused_after_five_wrong_ones(client, django_user_model):
    django_user_model.objects.create_user("ed", "ed@x.example", PASSWORD)
    for _ in range(5):
        attempt(client)
    response = attempt(client, password=PASSWORD)
    assert "_auth_user_id" not in client.session
    assert "Too many failed login attempts" in response.content.decode()


def test_address_that_guesses_across_accounts_is_refused(client, django_user_model):
    django_user_model.objects.create_user("ed", "ed@x.example", PASSWORD)
    for number in range(5):
        attempt(client, login=f"user{number}")
    attempt(client, password=PASSWORD)
    assert "_auth_user_id" not in client.session


def test_another_editor_elsewhere_is_not_locked_out(client, django_user_model):
    django_user_model.objects.create_user("ed", "ed@x.example", PASSWORD)
    for _ in range(6):
        attempt(client, login="other")
    attempt(client, password=PASSWORD, address="198.51.100.7")
    assert "_auth_user_id" in client.session


def test_forged_forwarding_header_does_not_reset_the_count(client, django_user_model):
    """Only the address our own web server saw counts, never the client's claim."""
    django_user_model.objects.create_user("ed", "ed@x.example", PASSWORD)
    for number in range(6):
        claimed = {"X-Forwarded-For": f"203.0.113.{number}"}
        form = {"login": f"user{number}", "password": "wrong"}
        client.post("/accounts/login/", form, headers=claimed)
    form = {"login": "ed", "password": PASSWORD}
    client.post("/accounts/login/", form, headers={"X-Forwarded-For": "203.0.113.99"})
    assert "_auth_user_id" not in client.session


def test_unknown_account_is_answered_like_a_wrong_password(client, django_user_model):
    django_user_model.objects.create_user("ed", "ed@x.example", PASSWORD)
    known = attempt(client, login="ed").context["form"].errors
    unknown = attempt(client, login="nobody").context["form"].errors
    assert known == unknown
