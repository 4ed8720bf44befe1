"""The nonce that lets one response of the admin run its own inline scripts.

Kept in a context variable, because form widgets render without the request.
"""

import secrets
from contextvars import ContextVar

from django import template

register = template.Library()

_nonce: ContextVar[str | None] = ContextVar("csp_nonce", default=None)


def renew() -> None:
    """Forget the previous request's nonce, so that this one makes its own."""
    _nonce.set(None)


def used() -> str | None:
    """Return this request's nonce if any template asked for one."""
    return _nonce.get()


@register.simple_tag
def csp_nonce() -> str:
    """Return this request's nonce, made when first asked for."""
    value = _nonce.get()
    if value is None:
        value = secrets.token_urlsafe(16)
        _nonce.set(value)
    return value
