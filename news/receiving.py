"""Articles as they come in: from what an editor gave to an intake and to a source."""

from dataclasses import dataclass

from django.db import transaction

from jurisdictions.derive import fold_name
from jurisdictions.enums import Certainty, Precision
from news.actions import draft
from news.articles.reprints import ALIKE, fingerprint, judged, rank
from news.models import Intake, Merge, Outlet, Sentence, Source

# So many sources that tell the same story are shown; the likeliest come first.
MOST_REPRINTS = 5


@dataclass(frozen=True)
class Held:
    """What there is of an article already: a source, or somebody's work on it."""

    source: Source | None = None
    intake: Intake | None = None


def held(article):
    """Return what there is of an article already, None if it is new.

    It is the same article at the same address, however that is written, or with the
    same text. The same story by another outlet is a new article: see `same_story`.
    """
    address = article.address.value if article.address else ""
    at_work = Intake.objects.open() | Intake.objects.filed()
    intakes = at_work.of_article(address, article.text)
    if intake := intakes.select_related("started_by", "source").first():
        return Held(intake=intake)
    sources = Source.objects.at_address(address) | Source.objects.with_text(
        article.text
    )
    if source := sources.order_by("pk").first():
        return Held(source=Merge.objects.kept_for(source))
    return None


def same_story(text):
    """Return (source, match) of those that tell a story in the same words, best first.

    Sources that were folded into another are not among them.
    """
    own = len(fingerprint(text).sentences)
    shared = Sentence.objects.sharing(text)
    folded = set(Merge.objects.folded(Source).values_list("folded_id", flat=True))
    matches = {
        pk: match
        for pk, (common, others) in shared.items()
        if pk not in folded and (match := judged(common, own, others)).sameness in ALIKE
    }
    best = sorted(matches, key=lambda pk: rank(matches[pk]))[:MOST_REPRINTS]
    rows = Source.objects.select_related("outlet").in_bulk(best)
    return [(rows[pk], matches[pk]) for pk in best]


def begin(article, user):
    """Begin the work on a new article: what was read of it, nothing confirmed."""
    found = {
        "title": article.headline,
        "outlet_name": article.outlet,
        "byline": article.byline,
        "language": article.language,
        "url": article.address,
    }
    values = {name: row.value for name, row in found.items() if row}
    origins = {name: str(row.origin) for name, row in found.items() if row}
    if article.published:
        likeliest = article.published[0]
        values |= {
            "published": likeliest.day,
            "published_time": likeliest.at,
            "published_zone": likeliest.zone,
        }
        origins["published"] = str(likeliest.origin)
    intake = Intake(text=article.text, origins=origins, started_by=user, **values)
    intake.full_clean(exclude=["started_by"])
    intake.save()
    return intake


@transaction.atomic
def make_source(intake, user):
    """Make the source of an intake, a draft, and its outlet if nobody has entered it.

    Of two who press the button at once the second gets the source of the first.

    :raises ValidationError: if the source breaks a rule, such as another's address.
    """
    intake = Intake.objects.select_for_update().get(pk=intake.pk)
    if intake.source is not None:
        return intake.source
    source = Source(
        live=False,
        title=intake.title,
        outlet=outlet_called(intake.outlet_name, user),
        byline=intake.byline,
        date=intake.published,
        date_precision=Precision.DAY,
        date_certainty=Certainty.STATED,
        published_time=intake.published_time,
        published_zone=intake.published_zone,
        url=intake.url,
        language=intake.language,
        text=intake.text,
        reprint_of=intake.reprint_of,
    )
    source.full_clean()
    draft(source, user)
    intake.source = source
    intake.save()
    return source


def outlet_called(name, user):
    """Return the outlet of a name, drafted if there is none; None for no name."""
    folded = fold_name(name)
    if not folded:
        return None
    for outlet in Outlet.objects.order_by("-live", "pk"):
        if fold_name(outlet.name) == folded:
            return Merge.objects.kept_for(outlet)
    outlet = Outlet(name=name, live=False)
    outlet.full_clean()
    draft(outlet, user)
    return outlet
