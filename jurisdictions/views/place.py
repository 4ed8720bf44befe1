"""The page of a place: where things stand, and everything it rests on."""

from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import get_language

from config.listings import asked_day
from config.listings.memory import remembered
from config.sharing.pages import RecordPage
from jurisdictions.derive import holders_on, years_through
from jurisdictions.enums import Level
from jurisdictions.models import Agency, Body, Jurisdiction, Term
from jurisdictions.structured import place_page
from news.footnotes import Footnotes
from policies.models import CourtCase, Policy, Statement, Vote
from policies.questions import open_questions
from policies.sentences import place_sentences, restored_among, weight
from policies.standings import newest_report, standings_on
from policies.timeline import timeline

# So many statements, the newest, are on the page of a place; the listing has all.
STATEMENTS = 60


def place_context(place, as_of=None):
    """Return all that the page of a place prints, on a day or today."""
    day = as_of or timezone.localdate()
    version = Policy.record_version()

    def of_place(rows):
        """Return rows of the place, from no query where it is known to have none."""
        model = rows.model
        key = ("places with", model)
        known = remembered(version, key, lambda: model.objects.place_ids())
        return rows.of_place(place) if place.pk in known else rows.none()

    standings = standings_on(of_place(Policy.objects.for_standing()), day)
    standings.sort(key=lambda row: weight(row.policy, row.status))
    policies = [row.policy for row in standings]
    restored = restored_among(policies)
    votes = list(of_place(Vote.objects.for_detail()).on_file(day))
    said = of_place(Statement.objects.for_listing()).on_file(day)
    statements = list(said[: STATEMENTS + 1])
    more_said = said.count() if len(statements) > STATEMENTS else 0
    del statements[STATEMENTS:]
    pairs = [(row.policy, row.status) for row in standings]
    sentences = place_sentences(pairs, votes, day)
    return {
        "place": place,
        "as_of": as_of,
        "day": day,
        "notes": Footnotes(as_of),
        "opening": sentences[:3],
        "structured": [place_page(place, sentences[:3])],
        "further": sentences[3:],
        "standings": standings,
        "tags": [row for row in standings if row.policy.pk not in restored][:3],
        "newest_report": newest_report([row.policy for row in standings], day),
        "timeline": timeline(policies, votes, statements, day),
        "votes": votes,
        "officials": holders_on(of_place(Term.objects), day),
        "statements": [row for row in statements if _is_of_people(row)],
        "positions": [row for row in statements if _is_of_organizations(row)],
        "reports": [row for row in statements if _is_report(row)],
        "more_said": more_said,
        "laws": laws_over(place, day, version),
        "cases": of_place(CourtCase.objects.for_listing()).on_file(day),
        "agencies": of_place(Agency.objects.for_listing()).told_by(as_of),
        "bodies": of_place(Body.objects.for_listing()).told_by(as_of),
        "questions": open_questions(pairs, votes, day),
        "has_record": bool(standings or votes or statements),
        "years": years_through(
            Jurisdiction.objects.territory_of(place).first_day(),
            timezone.localdate(),
            day,
        ),
    }


def laws_over(place, day, version):
    """Return the laws and orders that also apply in a place, as of a day.

    They are the same for every place of a state, and kept while the record stands.
    """
    own = place.pk if place.is_state or place.level == Level.FEDERAL else None
    return remembered(
        version,
        ("laws", place.state_code, own, day, get_language()),
        lambda: standings_on(Policy.objects.for_standing().laws_over(place), day),
        past=day != timezone.localdate(),
    )


def _is_of_organizations(statement):
    return statement.organization_id is not None or bool(statement.signatories.all())


def _is_of_people(statement):
    return not _is_of_organizations(statement) and bool(statement.speakers)


def _is_report(statement):
    return not _is_of_organizations(statement) and not statement.speakers


class PlaceDetail(RecordPage):
    """A county, city or other place of a state."""

    template_name = "pages/place_detail.html"

    def get(self, request, state, slug):
        """Answer with the place's page, today's or as of a day."""
        place = get_object_or_404(
            Jurisdiction.objects.for_detail(), state=state.upper(), slug=slug.lower()
        )
        if city := place.shown("one_with"):
            return self.moved(request, city)
        if (state, slug) != (state.lower(), slug.lower()):
            return self.moved(request, place)
        return self.answer(request, place_context(place, asked_day(request)))
