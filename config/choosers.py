"""Wagtail's chooser widgets under the admin's content security policy.

Every other inline script of Wagtail's comes from a template, and is overridden in
templates/django; a chooser writes its own in Python.
"""

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from wagtail.admin.widgets.chooser import BaseChooser

from config.nonce import csp_nonce

BARE = "<script>"


def give_nonce() -> None:
    """Let every chooser write its script with the nonce of the response."""
    render = BaseChooser.render

    def render_with_nonce(self, name, value, attrs=None, renderer=None):
        html, _, script = render(self, name, value, attrs, renderer).rpartition(BARE)
        opening = format_html('<script nonce="{}">', csp_nonce())
        return mark_safe(html + opening + script)  # noqa: S308 - Wagtail's own

    BaseChooser.render = render_with_nonce
