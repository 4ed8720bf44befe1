"""Every group of editors uploads ICE's lists and decides on their changes."""

from django.db import migrations

GROUPS = ("Editors", "Second readers", "Administrators")
# To publish what was taken over takes the right to publish policies, as ever.
RIGHTS = ("view", "add", "change")


def give_rights(apps, schema_editor):
    """Give the groups their rights, made here when no migration has yet."""
    content_types = apps.get_model("contenttypes", "ContentType").objects
    content_type, _made = content_types.get_or_create(
        app_label="policies", model="roster"
    )
    words = apps.get_model("policies", "roster")._meta.verbose_name_raw
    for action in RIGHTS:
        permission, _made = apps.get_model("auth", "Permission").objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_roster",
            defaults={"name": f"Can {action} {words}"},
        )
        for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
            group.permissions.add(permission)


def take_rights(apps, schema_editor):
    """Take the rights from the groups again."""
    permissions = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="policies",
        codename__in=[f"{action}_roster" for action in RIGHTS],
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=GROUPS):
        group.permissions.remove(*permissions)


class Migration(migrations.Migration):
    dependencies = [
        ("policies", "0002_roster_entries"),
        ("news", "0003_groups"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(give_rights, take_rights)]
