"""The editors' screen of votes: the motion, its totals and each member's vote."""

from collections import Counter

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, NumberColumn

from config.editing.attention import Look, LookFilter, denied
from config.editing.filters import RecordFilterSet, StateFilter, choice_filter
from config.editing.labels import DayColumn
from config.editing.panels import (
    CitationsPanel,
    SeveralAtOncePanel,
    date_panel,
    upkeep_panels,
)
from config.editing.viewsets import RecordViewSet
from jurisdictions.derive import fold_name
from policies.models import Vote
from policies.views.records import vote_context

LOOKS = (
    Look(
        "no_result",
        _("Over, without a result"),
        lambda day: Vote.objects.result_missing(day),
    ),
    Look(
        "one_source",
        _("Result by one source alone"),
        lambda day: Vote.objects.published().decided().on_one_source(),
    ),
    denied(Vote),
)


class VoteFilterSet(RecordFilterSet):
    """Votes by result, method and state."""

    look = LookFilter(LOOKS)
    result = choice_filter(Vote, "result")
    method = choice_filter(Vote, "method")
    state = StateFilter("body__jurisdiction")

    class Meta:
        model = Vote
        fields = []


class VoteViewSet(RecordViewSet):
    """Votes."""

    model = Vote
    icon = "tick-inverse"
    filterset_class = VoteFilterSet
    related = ("body__jurisdiction__state",)
    ordering = ("-date", "-pk")
    columns = (
        Column("place", label=_("Place"), accessor="body.jurisdiction"),
        DayColumn("date", label=_("Date"), sort_key="date"),
        Column(
            "result",
            label=_("Result"),
            accessor="get_result_display",
            sort_key="result",
        ),
        NumberColumn("source_count", label=_("Sources")),
    )
    exported = (
        "body.jurisdiction",
        "body",
        "motion",
        "date",
        "get_result_display",
        "get_method_display",
        "yes_count",
        "no_count",
        "source_count",
    )
    public_page = ("pages/vote_detail.html", vote_context)
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("body"), FieldPanel("policy")]),
                FieldPanel("motion"),
                FieldPanel("motion_es"),
                FieldRowPanel([FieldPanel("motion_kind"), FieldPanel("requirement")]),
            ],
            heading=_("Motion"),
        ),
        date_panel(),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("result"), FieldPanel("method")]),
                FieldPanel("described_as_unanimous"),
                FieldRowPanel(
                    [
                        FieldPanel("yes_count"),
                        FieldPanel("no_count"),
                        FieldPanel("abstain_count"),
                        FieldPanel("absent_count"),
                    ]
                ),
            ],
            heading=_("Result"),
            help_text=_("Totals as a source gives them; empty where none does."),
        ),
        SeveralAtOncePanel(
            "ballots",
            chooser_field_name="official",
            panels=[
                FieldRowPanel(
                    [
                        FieldPanel("official"),
                        FieldPanel("voter_name"),
                        FieldPanel("option"),
                    ]
                )
            ],
            heading=_("Members' votes"),
            label=_("member's vote"),
            help_text=_(
                "Only votes a source reports by name. “Unanimous” names nobody."
            ),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("mover"), FieldPanel("seconder")]),
                FieldRowPanel([FieldPanel("time"), FieldPanel("agenda_url")]),
                FieldRowPanel([FieldPanel("location"), FieldPanel("location_es")]),
                FieldRowPanel([FieldPanel("stream"), FieldPanel("stream_es")]),
            ],
            heading=_("Meeting"),
        ),
        CitationsPanel(),
        *upkeep_panels(),
    ]

    def doubts(self, record):
        """Return each total that disagrees, and each name that votes twice."""
        twice = gettext("Please look again: “%s” is among the members' votes twice.")
        return [twice % name for name in names_twice(record)] + [
            gettext(
                "Please look again: %(total)s is %(stated)s, but %(counted)s members' "
                "votes say so. It is saved as you entered it: sources do disagree."
            )
            % {
                "total": f"“{Vote._meta.get_field(name).verbose_name}”",
                "stated": stated,
                "counted": counted,
            }
            for name, (stated, counted) in record.count_differences().items()
        ]


def names_twice(vote):
    """Return each typed name that another row of the vote has, or its official.

    Two officials may share a name, so two that were chosen are no doubt.
    """
    ballots = vote.ballots.all()
    typed = {fold_name(b.voter_name): b.voter_name for b in ballots if not b.official}
    names = (b.official.name if b.official else b.voter_name for b in ballots)
    counted = Counter(fold_name(name) for name in names)
    return [name for folded, name in typed.items() if counted[folded] > 1]
