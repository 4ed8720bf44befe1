"""Columns of the agreement or policy that a vote or a statement is about."""

from config.listings.columns import Column
from jurisdictions.columns import id_of


def _title(row, day):
    policy = row.shown("policy")
    return policy.title if policy else None


MATTER = (
    id_of("policy", "policy_id", "The agreement or policy it is about."),
    Column("policy", "Title of that.", _title),
)
