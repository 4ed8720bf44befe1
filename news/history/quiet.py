"""What a reader would care about, and what is only another wording."""

from news.enums import ChangeKind, RecordType

# The column that says where a record stands.
STATE = {RecordType.POLICY.value: "status", RecordType.VOTE.value: "result"}

# Another wording of these is no news, a wording where there was none is.
FILLED_IN = {
    "agenda_url",
    "byline",
    "conditions",
    "excerpt",
    "exclusions",
    "quote",
    "scope",
    "url",
    "venue",
}
# Our own words, names that the ids beside them tell apart, and bookkeeping.
QUIET = {
    "agency",
    "aliases",
    "amount_unit",
    "amount_unit_es",
    "archive_url",
    "body",
    "concern_details",
    "conditions_es",
    "date_phrase",
    "description",
    "description_es",
    "exclusions_es",
    "family_name",
    "federal_party",
    "given_name",
    "language",
    "last_checked_on",
    "level",
    "location_es",
    "medium",
    "medium_es",
    "motion",
    "motion_es",
    "mover",
    "name",
    "outlet",
    "place",
    "policy",
    "scope_es",
    "seconder",
    "speaker_label_es",
    "state",
    "status_since",
    "status_since_precision",
    "stream",
    "stream_es",
    "suffix",
    "summary",
    "summary_es",
    "title",
    "title_es",
    "venue_es",
}
LOUD = {
    "abstain_count",
    "absent_count",
    "agency_id",
    "amount_from",
    "amount_to",
    "authority_path",
    "ballots",
    "body_id",
    "citations",
    "concerns",
    "conflicts_with_ids",
    "date",
    "date_certainty",
    "date_precision",
    "described_as_unanimous",
    "detainer_practice",
    "direction",
    "disputes_id",
    "events",
    "expires_on",
    "federal_party_id",
    "geoid",
    "instrument",
    "is_allegation",
    "kind",
    "law_effect",
    "legal_effect",
    "location",
    "method",
    "model",
    "motion_kind",
    "mover_id",
    "no_count",
    "official_id",
    "organization_id",
    "outlet_id",
    "place_id",
    "policy_id",
    "predecessor_id",
    "predecessor_relation",
    "published_certainty",
    "published_on",
    "published_precision",
    "responds_to_ids",
    "result",
    "roles",
    "seconder_id",
    "signatories",
    "speakers",
    "speaking_agency_id",
    "speaking_body_id",
    "speaking_place_id",
    "stance",
    "status",
    "terms",
    "time",
    "type",
    "vote_id",
    "yes_count",
}
SPEAKERS = (
    "official_id",
    "organization_id",
    "speaking_agency_id",
    "speaking_body_id",
    "speaking_place_id",
)


def judge(record_type, before, now):
    """Return (kind, fields, quiet) of what became of a record; None for nothing.

    `before` is the (kind, told) of its last change or None, `now` what its columns
    tell, None while it is not public.
    """
    kind, was = before or (None, None)
    gone = kind in (None, ChangeKind.WITHDRAWN)
    if now is None:
        return None if gone else (ChangeKind.WITHDRAWN, [], False)
    if gone:
        return (ChangeKind.RESTORED if kind else ChangeKind.ENTERED, [], False)
    fields = differing(was, now)
    if not fields:
        return None
    state = STATE.get(record_type)
    kind = ChangeKind.STATUS_CHANGED if state in fields else ChangeKind.CHANGED
    return kind, fields, not any(is_loud(name, was, now) for name in fields)


def differing(was, now):
    """Return the columns that say something else now.

    A column that the log did not keep before differs from nothing, and two ways to say
    nothing do not differ: before its day a vote has no method, after it none reported.
    """
    return [
        name
        for name in now
        if name in was
        and was[name] != _as_kept(was[name], now[name])
        and not (_tells_nothing(was[name]) and _tells_nothing(now[name]))
    ]


def _as_kept(was, now):
    """Return rows without what the log did not keep of them before."""
    if not (was and isinstance(was, list) and isinstance(was[0], dict)):
        return now
    return [{name: row[name] for name in row if name in was[0]} for row in now]


def _tells_nothing(value):
    return value is None or value is False or value in ("", "unreported", "unknown")


def is_loud(name, was, now):
    """Return whether a reader would care that a column says something else."""
    if name in FILLED_IN:
        return not (was[name] and now[name])
    if name in GISTS:
        gist = GISTS[name]
        return set(map(gist, was[name])) != set(map(gist, now[name]))
    if name == "speakers":  # without a record of theirs, the words are all there is
        return not any(now.get(key) for key in SPEAKERS)
    return name in LOUD


def _of_names(*names):
    def gist(row):
        return tuple(str(row.get(name)) for name in names)

    return gist


def _of_ballot(row):
    return str(row.get("official_id") or row["voter"]), row["option"]


# Of rows: what of each matters. A citation's words may be mended, not its source.
GISTS = {
    "ballots": _of_ballot,
    "citations": _of_names("source_id", "bearing"),
    "events": _of_names("kind", "date", "date_precision", "date_certainty"),
    "roles": _of_names("role", "official_id"),
    "signatories": _of_names("organization_id", "official_id"),
    "terms": _of_names(
        "office",
        "seat",
        "start",
        "start_precision",
        "end",
        "end_precision",
        "described_on",
        "former",
    ),
}
