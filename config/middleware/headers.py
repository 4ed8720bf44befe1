"""Security headers on every response, whatever its status.

Outermost in the list, so that refusals and static files carry them too.
"""

from config import nonce
from config.sharing.frames import is_framed

# Nothing inline, nothing from elsewhere.
PUBLIC_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    "require-trusted-types-for": "'script'",
}
# For a frame on any site: nothing runs in it, and it sends nothing.
FRAME_POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "frame-ancestors": "*",
}
# Wagtail's scripts run by file or nonce; its rich-text editor writes <style>.
ADMIN_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "style-src-elem": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
}
ACCOUNTS_POLICY = PUBLIC_POLICY | {"img-src": "'self' data:"}
del ACCOUNTS_POLICY["require-trusted-types-for"]
# An uploaded file opened in a browser can run, load and frame nothing.
FILE_POLICY = {
    "default-src": "'none'",
    "frame-ancestors": "'none'",
    "sandbox": "",
}
POLICIES = {
    "/admin/": ADMIN_POLICY,
    "/accounts/": ACCOUNTS_POLICY,
    "/documents/": FILE_POLICY,
    "/media/": FILE_POLICY,
    "/data/downloads/": FILE_POLICY,
}

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "fullscreen",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "picture-in-picture",
        "screen-wake-lock",
        "usb",
        "xr-spatial-tracking",
    )
)

HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "X-Content-Type-Options": "nosniff",
}


class SecurityHeaders:
    """Give every response its policy by the part of the site it belongs to."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        nonce.renew()
        response = self.get_response(request)
        policy = policy_for(request.path_info)
        response["Content-Security-Policy"] = _as_text(policy, nonce.used())
        for name, value in HEADERS.items():
            response[name] = value
        response["Referrer-Policy"] = referrer_policy_for(request.path_info)
        if policy is FRAME_POLICY:
            # No word of this header lets any site frame a page; to be silent does.
            del response["X-Frame-Options"]
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
            return response
        if request.path_info.endswith("/card.png"):
            # Made to be shown by others.
            response["Cross-Origin-Resource-Policy"] = "cross-origin"
        framing = policy["frame-ancestors"]
        response["X-Frame-Options"] = "DENY" if framing == "'none'" else "SAMEORIGIN"
        return response


def policy_for(path: str) -> dict[str, str]:
    """Return the content security policy of the part of the site at a path."""
    if is_framed(path):
        return FRAME_POLICY
    for prefix, policy in POLICIES.items():
        if path.startswith(prefix):
            return policy
    return PUBLIC_POLICY


def referrer_policy_for(path: str) -> str:
    """Return who is told where a reader comes from: nobody.

    Under `no-referrer` a browser posts a form with `Origin: null`, which Django
    must refuse as forged; so where editors post forms, this site alone is told.
    """
    return (
        "same-origin" if path.startswith(("/admin/", "/accounts/")) else "no-referrer"
    )


def _as_text(policy, nonce_value):
    if nonce_value and "script-src" in policy:
        scripts = f"{policy['script-src']} 'nonce-{nonce_value}'"
        policy = policy | {"script-src": scripts}
    return "; ".join(f"{name} {value}".strip() for name, value in policy.items())
