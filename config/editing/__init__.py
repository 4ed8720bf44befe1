"""What the editors' screens of every record share.

Faces only: the viewsets and hooks of the apps import from here, no record does.
What differs between kinds of record is said by their viewsets.
"""
