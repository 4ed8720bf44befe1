"""What a production process refuses to start without."""

from django.core.exceptions import ImproperlyConfigured

SHORTEST_KEY = 50  # characters, as `check --deploy` asks
FEWEST_DIFFERENT = 10
MAKE_A_KEY = (
    "Make one with: python -c "
    "'import secrets; print(secrets.token_urlsafe(64))' "
    "and give it in the environment."
)


def refuse_insecure(*, secret_key: str, fallbacks: list[str], required: dict) -> None:
    """Stop a production process that lacks a setting or has a guessable key.

    :raises ImproperlyConfigured: with every fault, in words.
    """
    faults = [
        f"{name} is missing from the environment."
        for name, value in required.items()
        if not value
    ]
    faults += key_faults("SECRET_KEY", secret_key)
    for key in fallbacks:
        faults += key_faults("A key in SECRET_KEY_FALLBACKS", key)
    if faults:
        raise ImproperlyConfigured(
            "This deployment refuses to start:\n- " + "\n- ".join(faults)
        )


def key_faults(name: str, key: str) -> list[str]:
    """Return what is wrong with a secret key, at most one thing."""
    if not key:
        return [f"{name} is missing. {MAKE_A_KEY}"]
    if "insecure" in key or "change-me" in key:
        return [f"{name} is a published example. {MAKE_A_KEY}"]
    if len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_DIFFERENT:
        return [
            f"{name} is too short or too plain: it needs {SHORTEST_KEY} characters, "
            f"{FEWEST_DIFFERENT} of them different. {MAKE_A_KEY}"
        ]
    return []
