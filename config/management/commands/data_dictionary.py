"""The data dictionary, written from the code it describes."""

from importlib import import_module
from inspect import cleandoc

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import models
from django.utils import translation

APPS = ("jurisdictions", "policies", "news")
# The lists of columns that have a section, by the app that has them.
FACES = (
    ("policies", ("POLICIES", "VOTES", "STATEMENTS", "COURT_CASES")),
    ("jurisdictions", ("PLACES", "AGENCIES", "BODIES", "ORGANIZATIONS", "OFFICIALS")),
    ("news", ("OUTLETS", "SOURCES", "CORRECTIONS")),
)
ABOUT_COLUMNS = """## Columns of downloads

What CSV, JSON, XLSX, GeoJSON, the API and the files of the whole record tell of each
row. Names are a contract: none is changed, and none is taken away. Columns of rows are
in JSON only; the files of the whole record have them as tables of their own. Court
cases, agencies, bodies and outlets are in the files of the whole record alone. An
empty cell is what no source tells.
"""
# Fields that many tables have, told of once: the base they come from, and a heading.
SHARED = (
    (("jurisdictions", "Record"), "Every record"),
    (("jurisdictions", "Dated"), "Everything with a date"),
)
OPENING = """# Data dictionary

Every table of the record, its fields, the rules the database keeps and the values
a choice can have. Written by `manage.py data_dictionary`; a test compares it with
the code. Fields marked *kept* are set by the site and never typed in.
"""
TYPES = {
    models.BooleanField: "yes or no",
    models.DateField: "date",
    models.DateTimeField: "date and time",
    models.DecimalField: "number",
    models.IntegerField: "number",
    models.JSONField: "JSON",
    models.PositiveBigIntegerField: "number, not negative",
    models.PositiveIntegerField: "number, not negative",
    models.PositiveSmallIntegerField: "number, not negative",
    models.TimeField: "time",
    models.URLField: "web address",
}
FATES = {
    models.CASCADE: "with which it is removed",
    models.PROTECT: "which it keeps from removal",
    models.SET_NULL: "whose removal empties it",
}


class Command(BaseCommand):
    """Print docs/data-dictionary.md as it should be."""

    help = "Print the data dictionary: every table, field, rule and choice."

    def handle(self, **options):
        """Write the dictionary in English to standard output."""
        with translation.override("en"):
            self.stdout.write("\n".join([OPENING, *told_of_all()]), ending="")


def told_of_all():
    """Yield the lines below the opening."""
    shared = set()
    for (app, name), heading in SHARED:
        base = getattr(import_module(f"{app}.models"), name)
        fields = own_fields(base, shared)
        yield f"## {heading}\n\n{meaning_of(base)}\n"
        yield from table(fields, choices())
        shared |= {field.name for field in fields}
    for app in APPS:
        for model in sorted(apps.get_app_config(app).get_models(), key=named):
            yield from told_of(model, shared)
    yield ABOUT_COLUMNS
    for app, names in FACES:
        columns = import_module(f"{app}.columns")
        for name in names:
            heading = name.replace("_", " ").capitalize()
            yield from told_of_columns(heading, getattr(columns, name))
    yield "## Choices\n"
    for choice in sorted(choices().values(), key=lambda found: found.__name__):
        yield from told_of_choice(choice)


def told_of(model, shared):
    """Yield the lines about one table."""
    bases = [h for (_, b), h in SHARED if b in {k.__name__ for k in model.__mro__}]
    yield f"## {named(model)}\n\n{meaning_of(model)}\n"
    for heading in bases:
        yield f"Has the fields of “{heading}” too.\n"
    here = shared if bases else set()
    yield from table(own_fields(model, here), choices())
    if citable := getattr(model, "citable_fields", ()):
        listed = ", ".join(f"`{name}`" for name in citable)
        yield f"A citation can support the whole or one of: {listed}.\n"
    if model._meta.constraints:
        yield "Rules, and what an editor who breaks one is told:\n"
        yield from (f"- `{r.name}`: {words_of(r)}" for r in model._meta.constraints)
        yield ""


def told_of_columns(heading, columns):
    """Yield the lines about the columns of one listing, and of the rows within."""
    yield f"### {heading}\n"
    yield "| column | holds | meaning |"
    yield "|---|---|---|"
    for column in columns:
        yield column_line(column.name, column)
        for part in column.of:
            yield column_line(f"{column.name}[].{part.name}", part)
    yield ""


def column_line(name, column):
    """Return the line about one column."""
    holds = str(column.kind)
    if column.choices:
        choice = column.choices.__name__
        holds = f"{holds}, of [{choice}](#{choice.lower()})"
    return f"| `{name}` | {holds} | {column.about} |"


def told_of_choice(choice):
    """Yield the lines about one set of values."""
    yield f"### {choice.__name__}\n\n{meaning_of(choice)}\n"
    yield "| value | label | meaning |"
    yield "|---|---|---|"
    for member in choice:
        yield f"| `{member.value}` | {member.label} | {member.definition} |"
    yield ""


def table(fields, known):
    """Yield the lines of a table of fields."""
    yield "| field | type | meaning |"
    yield "|---|---|---|"
    for field in fields:
        label = str(field.verbose_name)
        help_text = str(field.help_text)
        meaning = f"{label}: {help_text}" if help_text else label
        yield f"| `{field.name}` | {type_of(field, known)} | {meaning} |"
    yield ""


def named(model):
    """Return the name of a table."""
    return model._meta.object_name


def meaning_of(thing):
    """Return what the code says a thing is, on one line for each paragraph."""
    paragraphs = cleandoc(thing.__doc__).split("\n\n")
    return "\n\n".join(" ".join(text.split()) for text in paragraphs)


def own_fields(model, shared):
    """Return the fields a table adds to those that are told of elsewhere."""
    inherited = {
        field.name
        for base in model.__mro__
        if wagtails(base)
        for field in base._meta.fields
    }
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    return [
        field
        for field in fields
        if field.name not in inherited | shared and not field.primary_key
    ]


def wagtails(base):
    """Tell whether a base is one of Wagtail's mixins, which keep its bookkeeping."""
    return hasattr(base, "_meta") and base.__module__.startswith("wagtail.")


def type_of(field, known):
    """Return what a field holds, in words."""
    if field.is_relation:
        target = field.related_model._meta.object_name
        if field.many_to_many:
            words = f"links to {target}"
        else:
            words = f"link to {target}, {FATES[field.remote_field.on_delete]}"
    elif field.choices:
        choice = known[tuple(field.choices)].__name__
        words = f"one of [{choice}](#{choice.lower()})"
    elif type(field) in TYPES:
        words = TYPES[type(field)]
    else:
        words = f"text of {field.max_length}" if field.max_length else "text"
    if not field.editable:
        return f"{words}; *kept*"
    return f"{words}; may be empty" if field.blank or field.null else words


def choices():
    """Return {its values and labels: the class} of every set of values."""
    modules = (import_module(f"{app}.enums") for app in APPS)
    return {
        tuple(thing.choices): thing
        for module in modules
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, models.TextChoices)
        if len(thing)
    }


def words_of(rule):
    """Return a rule of the database in words."""
    if isinstance(rule, models.UniqueConstraint):
        together = " and ".join(f"`{name}`" for name in rule.fields)
        where = " (where its condition holds)" if rule.condition else ""
        return f"No two rows have the same {together}{where}."
    if rule.violation_error_message == rule.default_violation_error_message:
        return rule.name.replace("_", " ").capitalize() + "."
    return str(rule.violation_error_message)
