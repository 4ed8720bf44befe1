"""How the tests break the database's rules: a table of cases for each app."""

from datetime import date
from functools import partial

from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

APPS = ("jurisdictions", "policies", "news")
# A date and a precision that do not say the same.
DISAGREEING = [
    (None, "day"),
    (None, "year"),
    (date(2021, 12, 6), "unknown"),
    (None, "week"),
    (None, "month"),
    (date(2021, 12, 7), "week"),
    (date(2021, 12, 6), "month"),
    (date(2021, 12, 1), "year"),
    (date(2021, 1, 6), "year"),
]


def record_models():
    """Return every model of the record."""
    return [model for app in APPS for model in apps.get_app_config(app).get_models()]


def twice(factory, **values):
    """Return the act of making two rows that a rule keeps apart."""
    return lambda: [factory(**values), factory(**values)]


def disagreeing_dates(factory, day, precision):
    """Return the acts of making rows whose date and precision disagree."""
    return [partial(factory, **{day: at, precision: how}) for at, how in DISAGREEING]


def flat(table):
    """Return (rule, act that breaks it) for every act of a table."""
    return [(rule, act) for rule, acts in table.items() for act in acts]


def rules_broken_by(act):
    """Return the names of the rules by which the database refuses an act.

    PostgreSQL names the rule. SQLite names a CHECK, but of a unique rule only the
    columns, so that two rules on the same columns answer to one another's name.
    """
    try:
        with transaction.atomic():
            act()
    except IntegrityError as refusal:
        if connection.vendor == "postgresql":
            return {refusal.__cause__.diag.constraint_name}
        words = str(refusal)
        return {
            rule.name
            for model in record_models()
            for rule in model._meta.constraints
            if words in (f"CHECK constraint failed: {rule.name}", columns(model, rule))
        }
    return set()


def columns(model, rule):
    """Return what SQLite says when a unique rule is broken."""
    if not isinstance(rule, models.UniqueConstraint):
        return None
    names = [model._meta.get_field(name).column for name in rule.fields]
    table = model._meta.db_table
    return "UNIQUE constraint failed: " + ", ".join(f"{table}.{c}" for c in names)
