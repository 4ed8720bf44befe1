"""No admin without a second factor."""

from allauth.account.internal.flows.login import (
    get_authentication_records,
    record_authentication,
)
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.dispatch import receiver
from django.shortcuts import redirect
from django.urls import reverse

ADMIN = "/admin/"


class RequireSecondFactor:
    """Send an editor without a second factor to enrolment, and nowhere else.

    Only /admin/ is guarded, so that public pages never look at the session.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        guarded = request.path_info.startswith(ADMIN)
        if not (guarded and settings.SECOND_FACTOR_REQUIRED):
            return self.get_response(request)
        user = request.user
        if user.is_authenticated and not is_mfa_enabled(user):
            return redirect("mfa_activate_totp")
        if user.is_authenticated and not passed_second_factor(request):
            return redirect(f"{reverse('mfa_reauthenticate')}?next={ADMIN}")
        return self.get_response(request)


def passed_second_factor(request) -> bool:
    """Return whether this very session has shown a second factor."""
    records = get_authentication_records(request, request.user)
    return any(record.get("method") == "mfa" for record in records)


@receiver(authenticator_added, sender=Authenticator)
def count_enrolment(request, user, authenticator, **kwargs):
    """Let the session that enrolled a factor, and so has just shown it, pass."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(
            request, user, "mfa", id=authenticator.pk, type=authenticator.type
        )
