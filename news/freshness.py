"""Keeps cached pages true to what is no record: prose, and the log of corrections.

Records move the version themselves when they are saved or removed.
"""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from jurisdictions.models import RecordVersion
from news.models import Correction


def move_version(sender, **kwargs):
    """Move the record's version."""
    RecordVersion.bump()


def move_version_for_page(sender, **kwargs):
    """Move the record's version when a prose page is removed."""
    if issubclass(sender, Page):
        RecordVersion.bump()


def watch():
    """Connect the signals; called once, when the app is ready."""
    page_published.connect(move_version, dispatch_uid="page-published")
    page_unpublished.connect(move_version, dispatch_uid="page-unpublished")
    post_delete.connect(move_version_for_page, dispatch_uid="page-deleted")
    post_save.connect(move_version, Correction, dispatch_uid="correction-saved")
    post_delete.connect(move_version, Correction, dispatch_uid="correction-deleted")
