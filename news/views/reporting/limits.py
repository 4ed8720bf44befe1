"""How many reports may come in a day, so that nobody can bury the others' in theirs."""

from django.conf import settings

from config.counting import DAY, counted, neighbourhood_of


def exceeds_limits(request, likely_spam):
    """Count a report, and return whether it is one too many for today.

    Spam is counted apart, or a flood of it would close the form to readers.
    """
    kind = "spam" if likely_spam else "report"
    limits = settings.REPORT_LIMITS
    ways = (("client", neighbourhood_of(request)), ("all", ""))
    return any(
        limits[name] and counted(f"{kind}-{name}", DAY, client) > limits[name]
        for name, client in ways
    )
