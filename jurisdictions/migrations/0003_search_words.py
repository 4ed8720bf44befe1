"""The words that published records are found by, and what searches them.

The expressions on PostgreSQL are those of `jurisdictions.models.index`, to the letter:
an index serves no other.
"""

from django.db import migrations, models

POSTGRESQL = [
    """
    CREATE INDEX record_names_index ON jurisdictions_recordwords USING gin (
        to_tsvector('simple', '0k' || kind || ' ' || names))
    """,
    """
    CREATE INDEX record_words_index ON jurisdictions_recordwords USING gin (
        (to_tsvector('simple', '0k' || kind)
         || to_tsvector('english', translate(
                words, 'áàâäãåéèêëíìîïóòôöõúùûüñçý', 'aaaaaaeeeeiiiiooooouuuuncy'))
         || to_tsvector('spanish', words)))
    """,
]
SQLITE = [
    """
    CREATE VIRTUAL TABLE record_names USING fts5(
        names, content='', tokenize='unicode61 remove_diacritics 2', prefix='3')
    """,
    """
    CREATE VIRTUAL TABLE record_words USING fts5(
        words, content='', tokenize='porter unicode61 remove_diacritics 2')
    """,
]
IN, OUT = (
    "INSERT INTO record_names (rowid, names)"
    " VALUES (new.id, '0k' || new.kind || ' ' || new.names);"
    "INSERT INTO record_words (rowid, words)"
    " SELECT new.id, '0k' || new.kind || ' ' || new.words WHERE new.words <> '';",
    "INSERT INTO record_names (record_names, rowid, names)"
    " VALUES ('delete', old.id, '0k' || old.kind || ' ' || old.names);"
    "INSERT INTO record_words (record_words, rowid, words)"
    " SELECT 'delete', old.id, '0k' || old.kind || ' ' || old.words"
    " WHERE old.words <> '';",
)
TRIGGERS = {"INSERT": IN, "DELETE": OUT, "UPDATE": OUT + IN}


def make_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = POSTGRESQL
    else:
        statements = SQLITE + [
            f"CREATE TRIGGER record_words_{event.lower()} AFTER {event}"
            f" ON jurisdictions_recordwords BEGIN {does} END"
            for event, does in TRIGGERS.items()
        ]
    for statement in statements:
        schema_editor.execute(statement)


def drop_index(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name in ("record_names_index", "record_words_index"):
            schema_editor.execute(f"DROP INDEX {name}")
        return
    for event in TRIGGERS:
        schema_editor.execute(f"DROP TRIGGER record_words_{event.lower()}")
    for name in ("record_names", "record_words"):
        schema_editor.execute(f"DROP TABLE {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("jurisdictions", "0002_national_registry"),
    ]

    operations = [
        migrations.CreateModel(
            name="RecordWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("record_id", models.BigIntegerField()),
                ("names", models.TextField()),
                ("words", models.TextField(blank=True)),
                ("weight", models.BigIntegerField(default=0)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "record_id"), name="record_words_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NearSpelling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("key", models.CharField(max_length=80)),
                ("word", models.CharField(db_index=True, max_length=80)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "word"), name="near_spelling_once"
                    )
                ],
            },
        ),
        migrations.RunPython(make_index, drop_index),
    ]
