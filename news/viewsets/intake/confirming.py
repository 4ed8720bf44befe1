"""The screen before filing: what stops it, what the public will read, one button."""

from collections import Counter

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

from config.editing.labels import label_of
from jurisdictions.derive import fold_name
from news.filing.deciding import CardChanged, decide
from news.filing.entering import NotFiled, Outcome, file, rehearse
from news.filing.kinds import CARDS
from news.filing.publishing import NotPublished, hand_on, publish, refusals_of
from news.viewsets.intake.cards import HEADINGS
from news.viewsets.intake.cells import label_of as label_of_cell
from news.viewsets.intake.screen import SCRIPT, ArticleStep, work_url

NEW = "new"


class AlikeForm(forms.Form):
    """The question whether a card is a record that we have already."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Is it one of these?"), widget=forms.RadioSelect
    )
    because = forms.CharField(
        label=gettext_lazy("It is another one, because …"),
        help_text=gettext_lazy("A few words, kept for other editors."),
        required=False,
        max_length=300,
    )
    edition = forms.IntegerField(min_value=1, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, found, finder, data=None):
        self.card = found.card
        self.records = {str(record.pk): record for record, _reason in found.alike}
        self.alike = [
            (label_of(record), finder.get_edit_url(record), reason)
            for record, reason in found.alike
        ]
        super().__init__(
            data, prefix=self.card.key, initial={"edition": self.card.edition}
        )
        same = [
            (pk, _("The same as %s") % label_of(record))
            for pk, record in self.records.items()
        ]
        self.fields["answer"].choices = [*same, (NEW, _("Another one"))]

    def clean(self):
        """Ask for a reason where somebody says that it is another one."""
        cleaned = super().clean()
        wanted = cleaned.get("answer") == NEW
        if wanted and not fold_name(cleaned.get("because", "")):
            self.add_error("because", _("Say in a few words why it is different."))
        return cleaned

    def save(self, user):
        """Write the answer on the card.

        :raises CardChanged: if somebody else changed the card since.
        :raises ValidationError: if the article is filed.
        """
        answer = self.cleaned_data["answer"]
        said = (
            {"different_because": self.cleaned_data["because"]}
            if answer == NEW
            else {"existing": self.records[answer]}
        )
        decide(self.card, user, self.cleaned_data["edition"], **said)


class ConfirmScreen(ArticleStep, TemplateView):
    """What filing the article would do, and the button that does it."""

    template_name = "editing/intake/confirm.html"
    page_title = gettext_lazy("What the public will read")
    step = page_title

    @cached_property
    def filed(self):
        """What filing the article now would do."""
        return rehearse(self.object, self.request.user)

    def post(self, request, *args, **kwargs):
        """Answer the questions of likeness, or file the article."""
        if "answers" in request.POST:
            return self.answer()
        try:
            self.file("publish" in request.POST)
        except (NotFiled, NotPublished) as refusal:
            self.object.refresh_from_db()
            if self.object.state != self.state:  # somebody pressed twice
                return redirect(work_url(self.object))
            messages.error(request, str(refusal))
            return redirect("intake:confirm", self.object.pk)
        self.object.refresh_from_db()
        return redirect(work_url(self.object))

    @transaction.atomic
    def file(self, in_public):
        """File the article, and publish it or hand it to a second reader.

        :raises NotFiled: if anything keeps it back.
        :raises NotPublished: if it may not be public.
        """
        user = self.request.user
        file(self.object, user, seen=self.request.POST.get("seen", ""))
        if in_public:
            records = publish(self.object, user)
            words = _("“%(article)s” is filed, and its %(count)d records are public.")
        else:
            records = hand_on(self.object, user)
            words = _("“%(article)s” is filed: a second reader has %(count)d drafts.")
        about = {"article": self.object, "count": len(records)}
        messages.success(self.request, words % about)

    def answer(self):
        """Write the answers that were given; show again those that lack a reason."""
        asked = self.questions(self.request.POST)
        failed = [form for form in asked if form.has_changed() and not self.saved(form)]
        if failed:
            return self.render_to_response(self.get_context_data(failed=failed))
        return redirect("intake:confirm", self.object.pk)

    def saved(self, form):
        """Save an answer; return whether that went well."""
        if not form.is_valid():
            return False
        try:
            form.save(self.request.user)
        except CardChanged as changed:
            form.add_error(None, str(changed))
            return False
        except ValidationError as refusal:
            form.add_error(None, refusal)
            return False
        return True

    def questions(self, data=None):
        """Return the forms of the cards that may be on record already."""
        finder = AdminURLFinder(self.request.user)
        return [
            AlikeForm(found, finder, data)
            for found in self.filed.findings
            if found.outcome == Outcome.LIKELY
        ]

    def get_context_data(self, failed=(), **kwargs):
        """Return what stops the filing, the sentences, and what will be made."""
        context = super().get_context_data(**kwargs)
        again = {form.card.key: form for form in failed}
        asked = [again.get(form.card.key, form) for form in self.questions()]
        context["media"] += SCRIPT
        return context | {
            "filed": self.filed,
            "wrong": [
                {"card": found.card, "faults": faults_of(found)}
                for found in self.filed.findings
                if found.outcome == Outcome.ERROR
            ],
            "noted": [f for f in self.filed.findings if f.notes],
            "asked": asked,
            "made": list(counted(self.filed.findings)),
            "undecided": self.object.cards.undecided().count(),
            "may_not_publish": refusals_of(self.object, self.request.user),
        }


def faults_of(found):
    """Return what is wrong with a card, each with the name of its input."""
    columns = CARDS[found.card.kind].sheet.by_name
    return [
        f"{label_of_cell(columns[fault.column])}: {fault.words}"
        if fault.column in columns
        else str(fault)
        for fault in found.faults
    ]


def counted(findings):
    """Yield of each kind how many cards are new, added to what there is, or known."""
    for kind, heading in HEADINGS.items():
        of_kind = Counter(f.outcome for f in findings if f.card.kind == kind)
        if of_kind:
            yield {
                "heading": heading,
                "new": of_kind[Outcome.CREATE],
                "added": of_kind[Outcome.UPDATE],
                "known": of_kind[Outcome.KNOWN],
            }
