"""What a browser would send from an admin form, read off the form itself."""

import html

from django.urls import reverse


def url(model, name, *args):
    """Return the address of one of a kind's screens."""
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def sent(record, **changes):
    """Return the form of a record as an editor would send it, with some changes."""
    form_class = record.snippet_viewset.get_form_class()
    return as_data(form_class(instance=record)) | changes


def as_data(form):
    """Return the inputs of a form and of the rows below it."""
    data = {}
    for field in form:
        value = field.value()
        if value is not False:  # an empty box sends nothing
            data[field.html_name] = "" if value is None else value
    for formset in getattr(form, "formsets", {}).values():
        data |= counted(formset.prefix, formset.initial_form_count())
        for number, row in enumerate(formset.forms):
            data |= as_data(row) | {f"{row.prefix}-ORDER": number + 1}
    return data


def counted(prefix, initial, total=None):
    """Return the hidden inputs that say how many rows of a kind there are."""
    total = initial if total is None else total
    return {f"{prefix}-INITIAL_FORMS": initial, f"{prefix}-TOTAL_FORMS": total}


def rows(prefix, *new, after=0, below=()):
    """Return inputs for new rows, after those there are; `below`: rows of rows."""
    data = counted(prefix, after, after + len(new))
    for number, values in enumerate(new, start=after):
        row = f"{prefix}-{number}"
        data |= {f"{row}-{name}": value for name, value in values.items()}
        data[f"{row}-ORDER"] = number + 1
        for name in below:
            data |= counted(f"{row}-{name}", 0)
    return data


def words(response):
    """Return the messages that an answer shows, in their order."""
    shown = response.context["messages"]
    return [html.unescape(str(message)).strip() for message in shown]
