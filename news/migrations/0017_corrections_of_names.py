"""Titles of corrections that are names or headlines are the same in Spanish."""

from django.db import migrations
from django.db.models import Exists, F, OuterRef, Value
from django.db.models.functions import Concat, Trim

SPACE = Value(" ")
# What is called by a name of its own, or by a headline, and not in our words.
CALLED = [
    ("jurisdictions", "Agency", F("name")),
    ("jurisdictions", "Body", F("name")),
    ("jurisdictions", "Jurisdiction", F("name")),
    ("jurisdictions", "Jurisdiction", Concat("name", Value(", "), "state__name")),
    (
        "jurisdictions",
        "Official",
        Trim(Concat("given_name", SPACE, "family_name", SPACE, "suffix")),
    ),
    ("jurisdictions", "Organization", F("name")),
    ("news", "Outlet", F("name")),
    ("news", "Source", F("title")),
    ("policies", "CourtCase", F("caption")),
]


def repeat_names(apps, schema_editor):
    """Repeat in Spanish the titles that are somebody's or something's name."""
    corrections = apps.get_model("news", "Correction").objects
    for app, model, called in CALLED:
        records = apps.get_model(app, model).objects.annotate(called=called)
        same = records.filter(called=OuterRef("record_title"))
        rows = corrections.filter(Exists(same), record_title_es="")
        rows.update(record_title_es=F("record_title"))


class Migration(migrations.Migration):
    dependencies = [
        ("jurisdictions", "0005_spanish_twins_of_meetings"),
        ("news", "0016_correction_titles_in_spanish"),
        ("policies", "0006_spanish_twins_of_settings"),
    ]

    operations = [
        migrations.RunPython(repeat_names, migrations.RunPython.noop, elidable=True)
    ]
