"""The right to publish a small fix alone, for everybody who edits."""

from django.db import migrations

CODENAME, NAME = "publish_small_fix", "May publish a small fix without a second reader"
GROUPS = ("Editors", "Second readers", "Administrators")


def grant(apps, schema_editor):
    """Give the right to the groups, made here when no migration has yet."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    kind, _made = content_types.get_or_create(app_label="news", model="secondreading")
    permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=kind, codename=CODENAME, defaults={"name": NAME}
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.add(permission)


def withdraw(apps, schema_editor):
    """Take the right away again."""
    permissions = apps.get_model("auth", "Permission").objects
    permissions.filter(
        content_type__app_label="news",
        content_type__model="secondreading",
        codename=CODENAME,
    ).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0012_links_and_assignments"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        # allow: AlterModelOptions because it adds a right and touches no column.
        migrations.AlterModelOptions(
            name="secondreading",
            options={
                "permissions": [
                    (
                        "publish_small_fix",
                        "May publish a small fix without a second reader",
                    )
                ],
                "verbose_name": "second reading",
                "verbose_name_plural": "second readings",
            },
        ),
        migrations.RunPython(grant, withdraw),
    ]
