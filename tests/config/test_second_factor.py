"""Nobody enters the admin without a second factor where one is required."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import get_resolver

pytestmark = pytest.mark.django_db

PASSWORD = "correct horse battery staple"


@pytest.fixture(autouse=True)
def second_factor_required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.fixture
def editor(django_user_model):
    return django_user_model.objects.create_superuser("ed", "ed@x.example", PASSWORD)


def code_for(secret):
    """Return the code an authenticator app would show now."""
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def sign_in(client):
    """Post the password, as the sign-in form does."""
    return client.post("/accounts/login/", {"login": "ed", "password": PASSWORD})


def plain_admin_paths():
    """Return every address of the admin that takes no argument."""
    patterns = get_resolver().reverse_dict
    return sorted(
        {
            f"/{possibility}"
            for name in patterns
            for possibility, params in patterns.getlist(name)[0][0]
            if possibility.startswith("admin/") and not params
        }
    )


def test_password_alone_opens_no_admin_page(client, editor):
    sign_in(client)
    paths = plain_admin_paths()
    assert len(paths) > 3
    for path in [*paths, "/admin/users/", "/admin/images/", "/admin/reports/locked/"]:
        response = client.get(path)
        assert response.status_code == 302, path


def test_password_alone_leads_to_enrolment(client, editor):
    sign_in(client)
    assert client.get("/admin/")["Location"] == "/accounts/2fa/totp/activate/"


def test_enrolment_opens_the_admin_to_the_session_that_enrolled(
    client, editor, monkeypatch
):
    # A test commits nothing; on a running site the signal comes within the request.
    monkeypatch.setattr("django.db.transaction.on_commit", lambda function: function())
    sign_in(client)
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    secret = client.get("/accounts/2fa/totp/activate/").context["form"].secret
    client.post("/accounts/2fa/totp/activate/", {"code": code_for(secret)})
    assert Authenticator.objects.filter(user=editor).count() == 2  # and recovery codes
    assert client.get("/admin/").status_code == 200


def test_sign_in_asks_for_the_second_factor(client, editor):
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    assert sign_in(client)["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/admin/").status_code == 302
    client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})
    assert client.get("/admin/").status_code == 200


def test_recovery_code_opens_the_admin_once(client, editor):
    TOTP.activate(editor, generate_totp_secret())
    code = RecoveryCodes.activate(editor).get_unused_codes()[0]
    for opened in (True, False):
        sign_in(client)
        client.post("/accounts/2fa/authenticate/", {"code": code})
        assert (client.get("/admin/").status_code == 200) is opened
        client.logout()


def test_session_from_before_enrolment_must_show_the_factor(client, editor):
    client.force_login(editor)
    TOTP.activate(editor, generate_totp_secret())
    assert "/accounts/2fa/reauthenticate/" in client.get("/admin/")["Location"]


def test_removed_factor_closes_the_admin(client, editor):
    secret = generate_totp_secret()
    authenticator = TOTP.activate(editor, secret).instance
    sign_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": code_for(secret)})
    authenticator.delete()
    assert client.get("/admin/")["Location"] == "/accounts/2fa/totp/activate/"


def test_wagtail_sign_in_is_not_a_back_door(client, editor):
    """Wagtail's own form would take a password alone."""
    form = {"username": "ed", "password": PASSWORD}
    response = client.post("/admin/login/", form)
    assert response["Location"] == "/accounts/login/"
    assert "_auth_user_id" not in client.session


def test_nobody_signs_up(client, django_user_model):
    form = {"username": "new", "email": "n@x.example"}
    form |= {"password1": PASSWORD, "password2": PASSWORD}
    client.post("/accounts/signup/", form)
    assert not django_user_model.objects.exists()
