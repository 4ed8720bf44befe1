"""What a reader fills in to report an error."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from news.views.reporting.spam import looks_like_spam
from news.views.reporting.token import QUICKEST, NotOpened, new_token, seconds_open

LONGEST_PATH = 300  # characters


class Prose(forms.CharField):
    """A few lines of text; a line break counts as one character, as browsers count."""

    widget = forms.Textarea

    def to_python(self, value):
        """Return the text with its line breaks as the record has them."""
        return super().to_python(value).replace("\r\n", "\n")


class ReportForm(forms.Form):
    """Three fields, and what comes along unseen."""

    wrong = Prose(
        label=_("What is wrong?"),
        max_length=4_000,
        error_messages={"required": _("Say in a few words what is wrong.")},
    )
    known = Prose(
        label=_("How do you know?"),
        help_text=_("A link to an article or document, or a few words."),
        max_length=2_000,
        error_messages={"required": _("Say how you know: a link, or a few words.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail (optional)"),
        help_text=_(
            "Only if we may ask you something. Editors alone see it, and it is deleted "
            "90 days after we have decided."
        ),
        max_length=254,
        required=False,
        error_messages={
            "invalid": _("This is no e-mail address. Correct it, or leave it empty.")
        },
    )
    # A path of this site.
    about = forms.CharField(required=False, widget=forms.HiddenInput)
    token = forms.CharField(required=False, widget=forms.HiddenInput)
    # No reader sees this field; programs fill in whatever there is.
    homepage = forms.CharField(required=False)

    seconds = 0.0

    def clean_about(self):
        """Return the path, or nothing where it is none."""
        return path_on_this_site(self.cleaned_data["about"])

    def clean(self):
        """Read how long the form was open.

        A form that is shown again keeps all that was typed, and its sender need not
        wait again.
        """
        cleaned = super().clean()
        try:
            self.seconds = seconds_open(cleaned.get("token", ""))
        except NotOpened:
            self.add_error(None, stale_words())
            self.data = self.data.copy()
            self.data["token"] = new_token(waited=QUICKEST)
        return cleaned

    @property
    def likely_spam(self):
        """Whether no reader would have sent this so."""
        told = self.cleaned_data
        words = f"{told['wrong']}\n{told['known']}"
        return looks_like_spam(words, self.seconds, told["homepage"])

    @property
    def written(self):
        """What is kept of it."""
        names = ("about", "wrong", "known", "email")
        return {name: self.cleaned_data[name] for name in names}


def stale_words():
    """Return what to say to a reader whose form was open for too long."""
    return gettext(
        "This page was open for more than a day, or came from somewhere else. What you "
        "wrote is still here: please send it once more."
    )


def path_on_this_site(text):
    """Return the path that a text is, "" if it is none of a page here."""
    inside = text.startswith("/") and not text.startswith(("//", "/\\"))
    printable = text.isprintable() and len(text) <= LONGEST_PATH
    return text if inside and printable else ""
