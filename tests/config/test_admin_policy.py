"""The admin runs only scripts of its own files or with this answer's nonce."""

import re

import pytest
from django import forms
from django.urls import reverse
from wagtail.admin.widgets import AdminDateInput, AdminPageChooser
from wagtail.models import Page

from config import nonce
from tests.config.test_headers import policy_of

pytestmark = pytest.mark.django_db

INLINE = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*json)([^>]*)>")


def test_policy_allows_no_inline_script(admin_client):
    policy = policy_of(admin_client.get("/admin/"))
    assert "unsafe" not in policy["script-src"]
    assert policy["frame-ancestors"] == "'self'"
    assert policy["default-src"] == "'none'"


def test_admin_page_with_inline_scripts_names_their_nonce(admin_client):
    page = Page.objects.get(depth=2)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = admin_client.get(url)
    nonces = set(re.findall(r'nonce="([^"]+)"', response.content.decode()))
    scripts = INLINE.findall(response.content.decode())
    assert all("nonce" in attributes for attributes in scripts)
    assert len(nonces) == 1
    assert f"'nonce-{nonces.pop()}'" in policy_of(response)["script-src"]


def test_nonce_is_never_given_twice(admin_client):
    page = Page.objects.get(depth=2)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    policies = {policy_of(admin_client.get(url))["script-src"] for _ in range(2)}
    assert len(policies) == 2


@pytest.mark.parametrize("widget", [AdminDateInput(), AdminPageChooser()])
def test_widget_writes_its_script_with_the_nonce(widget):
    class WidgetForm(forms.Form):
        field = forms.Field(widget=widget)

    nonce.renew()
    html = str(WidgetForm()["field"])
    assert f'<script nonce="{nonce.used()}">' in html
    assert all("nonce" in attributes for attributes in INLINE.findall(html))


def test_sign_in_form_may_be_posted(client):
    """Under no-referrer a browser sends `Origin: null`, and Django refuses that."""
    assert client.get("/accounts/login/")["Referrer-Policy"] == "same-origin"


def test_admin_asks_no_other_host(admin_client, settings):
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    for path in ("/admin/", "/admin/users/", "/admin/account/"):
        body = admin_client.get(path).content.decode()
        assert not re.search(r'(?:src|action)="(?:https?:)?//', body)
