"""Every window of ours in which an editor chooses a record, and what opens it.

The windows are those that have an address, the buttons those of the forms: a kind of
record that somebody lets choose is in the list at once.
"""

from typing import NamedTuple

from django.urls import URLPattern, get_resolver, reverse
from wagtail.admin.views.generic.chooser import ChooseViewMixin
from wagtail.admin.widgets import BaseChooser
from wagtail.coreutils import resolve_model_string
from wagtail.snippets.models import get_snippet_models

from config.editing.choosers import RecordsChooser
from config.editing.panels import SeveralAtOncePanel
from tests.browser.screens import APPS


class Door(NamedTuple):
    """A button of a form for a new record, and the window it opens."""

    window: str
    is_multiple: bool
    form: str
    button: str


def registered():
    """Return the address of each window in which a record of ours is chosen."""
    return {f"/{path}" for path in windows(get_resolver().url_patterns)}


def windows(patterns, path=""):
    """Yield the path of each window that chooses among rows of ours."""
    for pattern in patterns:
        here = f"{path}{pattern.pattern}"
        if not isinstance(pattern, URLPattern):
            yield from windows(pattern.url_patterns, here)
        elif is_window(pattern.callback):
            yield here


def is_window(callback):
    """Tell whether a view shows a window in which a record of ours is chosen."""
    view = getattr(callback, "view_class", object)
    if not issubclass(view, ChooseViewMixin):
        return False
    model = resolve_model_string(callback.view_initkwargs.get("model") or view.model)
    return model._meta.app_label in APPS


def doors():
    """Return one door to each window, to choose one record and to choose several."""
    found = {}
    for model in get_snippet_models():
        form = reverse(model.snippet_viewset.get_url_name("add"))
        for chooser, is_multiple, button in buttons(model.snippet_viewset):
            window = chooser.get_chooser_modal_url()
            door = Door(window, is_multiple, form, button)
            found.setdefault((window, is_multiple), door)
    return [*found.values()]


def buttons(viewset):
    """Yield (chooser, whether for several, selector) of the buttons of a form."""
    form = viewset.get_form_class()()
    for name, field in form.fields.items():
        if isinstance(field.widget, BaseChooser):
            button = f"#id_{name}-chooser .unchosen [data-chooser-action-choose]"
            yield field.widget, False, button
        elif isinstance(field.widget, RecordsChooser):
            yield field.widget.single, True, f"#id_{name} [data-choose]"
    for panel in viewset.get_edit_handler().children:
        if isinstance(panel, SeveralAtOncePanel):
            rows = form.formsets[panel.relation_name].empty_form
            chooser = rows.fields[panel.chooser_field_name].widget
            yield chooser, True, f"#id_{panel.relation_name}-OPEN_MODAL"
