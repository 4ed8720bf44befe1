"""What the editors' screens of every record share.

Faces only: the `wagtail_hooks` of the apps import from here, no record does. What
differs between records is said by their viewsets; nothing here names a record.
"""
