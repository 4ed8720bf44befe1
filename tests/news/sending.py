"""A form of a page as a browser without JavaScript would send it."""

from bs4 import BeautifulSoup


def form_on(response, action):
    """Return what the inputs of a page's form hold, as sent when nothing is touched."""
    page = BeautifulSoup(response.content, "html.parser")
    form = page.find("form", action=action)
    assert form is not None, f"no form is sent to {action}"
    data = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name, kind = field.get("name"), field.get("type")
        if not name or (
            kind in ("radio", "checkbox") and not field.has_attr("checked")
        ):
            continue
        data[name] = value_of(field)
    return data


def value_of(field):
    """Return what one input holds."""
    if field.name == "textarea":
        # As HTML has it: a line break behind the tag is none, and all are sent as two.
        return field.text.removeprefix("\n").replace("\n", "\r\n")
    if field.name == "select":
        chosen = field.find("option", selected=True) or field.find("option")
        return chosen["value"]
    return field.get("value", "on" if field.get("type") == "checkbox" else "")
