"""The three groups of editors, their rights, and the workflow between them."""

from django.db import migrations

RECORDS = {
    "jurisdictions": ("jurisdiction", "agency", "body", "official", "organization"),
    "policies": ("policy", "vote", "statement", "courtcase"),
    "news": ("source", "outlet"),
}
# What each group may do with a record. Nobody in a group touches accounts or
# groups: that takes a superuser.
EDIT = ("view", "add", "change")
PUBLISH = (*EDIT, "publish", "lock", "unlock")
RIGHTS = {
    "Editors": EDIT,
    "Second readers": PUBLISH,
    "Administrators": (*PUBLISH, "delete"),
}
# A correction is public as soon as it is saved, so it takes the right to publish.
CORRECTION_RIGHTS = {
    "Editors": ("view",),
    "Second readers": EDIT,
    "Administrators": (*EDIT, "delete"),
}
ADMINISTRATION = (
    ("wagtailcore", "workflow", ("add", "change", "delete")),
    ("wagtailcore", "task", ("add", "change", "delete")),
    ("wagtailcore", "collection", ("add", "change", "delete")),
    ("wagtailredirects", "redirect", ("add", "change", "delete")),
)


def make_groups(apps, schema_editor):
    """Make the groups out of Wagtail's two and set up the second reader."""
    group_model = apps.get_model("auth", "Group")
    # Wagtail's own groups bring their rights to pages, images and documents.
    group_model.objects.filter(name="Moderators").update(name="Second readers")
    groups = {name: group_model.objects.get_or_create(name=name)[0] for name in RIGHTS}
    copy_rights(apps, groups["Second readers"], groups["Administrators"])
    for name, group in groups.items():
        for app, models in RECORDS.items():
            for model in models:
                grant(apps, group, app, model, RIGHTS[name])
        grant(apps, group, "news", "correction", CORRECTION_RIGHTS[name])
    for app, model, actions in ADMINISTRATION:
        grant(apps, groups["Administrators"], app, model, actions)
    make_workflow(apps, groups)


def grant(apps, group, app, model, actions):
    """Give a group rights to a model, made here when no migration has yet."""
    content_type = content_type_of(apps, app, model)
    permission_model = apps.get_model("auth", "Permission")
    words = apps.get_model(app, model)._meta.verbose_name_raw
    for action in actions:
        permission, _made = permission_model.objects.get_or_create(
            content_type=content_type,
            codename=f"{action}_{model}",
            defaults={"name": f"Can {action} {words}"},
        )
        group.permissions.add(permission)


def content_type_of(apps, app, model):
    """Return a model's content type, made here when no migration has yet."""
    content_types = apps.get_model("contenttypes", "ContentType")
    return content_types.objects.get_or_create(app_label=app, model=model)[0]


def copy_rights(apps, source, target):
    """Give a group what another may do in the admin, with pages and collections."""
    target.permissions.add(*source.permissions.all())
    for name, place in (
        ("GroupPagePermission", "page_id"),
        ("GroupCollectionPermission", "collection_id"),
    ):
        rights = apps.get_model("wagtailcore", name).objects
        for right in rights.filter(group=source):
            rights.get_or_create(
                group=target,
                permission_id=right.permission_id,
                **{place: getattr(right, place)},
            )


def make_workflow(apps, groups):
    """Send every record and page past a second reader before it is public."""
    core = {
        name: apps.get_model("wagtailcore", name).objects
        for name in ("Workflow", "WorkflowTask", "WorkflowPage", "WorkflowContentType")
    }
    task = apps.get_model("news", "SecondReading").objects.create(
        name="Second reader",
        content_type=content_type_of(apps, "news", "secondreading"),
    )
    task.groups.set([groups["Second readers"], groups["Administrators"]])
    workflow = core["Workflow"].create(name="Second reader")
    core["WorkflowTask"].create(workflow=workflow, task=task, sort_order=0)
    core["WorkflowPage"].update(workflow=workflow)
    core["Workflow"].exclude(pk=workflow.pk).update(active=False)
    for app, models in RECORDS.items():
        for model in models:
            core["WorkflowContentType"].create(
                workflow=workflow, content_type=content_type_of(apps, app, model)
            )


def remove_groups(apps, schema_editor):
    """Take the groups and the workflow away, and give Wagtail its own back."""
    core = {
        name: apps.get_model("wagtailcore", name).objects
        for name in ("Workflow", "WorkflowPage")
    }
    core["Workflow"].update(active=True)
    if earlier := core["Workflow"].exclude(name="Second reader").first():
        core["WorkflowPage"].update(workflow=earlier)
    core["Workflow"].filter(name="Second reader").delete()
    apps.get_model("news", "SecondReading").objects.all().delete()
    groups = apps.get_model("auth", "Group").objects
    groups.filter(name="Administrators").delete()
    groups.filter(name="Second readers").update(name="Moderators")


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0002_citations"),
        ("policies", "0001_initial"),
        ("jurisdictions", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
    ]

    operations = [migrations.RunPython(make_groups, remove_groups)]
