"""From the rows of the FBI's list to agencies, each cited, in a few queries."""

from collections import Counter, defaultdict
from datetime import date

from django.utils import timezone
from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import Revision

from jurisdictions.enums import AgencyKind, Precision
from jurisdictions.models import Agency, AgencyAlias, RecordWords
from jurisdictions.models.words import index_all, name_followers
from jurisdictions.registry.agencies import Placed, Row, Unplaced, is_of
from news.enums import SourceKind
from news.models import Citation, Source

BATCH = 1000
POLICING = (AgencyKind.POLICE, AgencyKind.SHERIFF)


class AgencyRecords:
    """The agencies as they stand, and what rows of a list change of them.

    `take` only decides; `write` writes all that was decided, and the caller's
    transaction makes it whole.
    """

    def __init__(self):
        self.counts = Counter()
        agencies = Agency.objects.select_related("jurisdiction__state")
        self._by_ori = {}
        self._of_place = defaultdict(list)
        for agency in agencies:
            self._of_place[agency.jurisdiction_id].append(agency)
            if agency.ori:
                self._by_ori[agency.ori] = agency
        self._aliases = defaultdict(set)
        for pk, name in AgencyAlias.objects.values_list("agency", "name"):
            self._aliases[pk].add(name)
        self._new, self._changed, self._seen = [], {}, []

    def __len__(self):
        return len(self._seen)

    @property
    def year(self):
        """The newest year of the rows taken, 0 for none."""
        return max((row.year for _, row in self._seen), default=0)

    def take(self, row: Row, placed: Placed, *, alone: bool = True):
        """Decide what a row makes of the record.

        It is not `alone` if the list has another agency of the same name and place.

        :raises Unplaced: if an agency of the place may be the row's, or may not.
        """
        agency = self._by_ori.get(row.ori)
        if agency:
            self._update(agency, row, placed)
        elif not alone:
            raise Unplaced(f"the list has {placed.name}, {placed.place}, twice")
        elif agency := self._without_ori(row, placed):
            agency.ori = row.ori
            self._changed[agency.pk] = agency
            self.counts["given their ORI"] += 1
        else:
            agency = Agency(
                jurisdiction=placed.place,
                name=placed.name,
                kind=placed.kind,
                ori=row.ori,
                aliases=[AgencyAlias(name=row.name)] * (row.name != placed.name),
            )
            self._new.append(agency)
            self._of_place[placed.place.pk].append(agency)
            self.counts["created"] += 1
        self._by_ori[row.ori] = agency
        self._seen.append((agency, row))

    def _update(self, agency, row, placed):
        """Let an agency follow its row, unless an editor had it in hand."""
        told = {"jurisdiction": placed.place, "name": placed.name, "kind": placed.kind}
        changed = {
            name: value
            for name, value in told.items()
            if getattr(agency, name) != value
        }
        if "jurisdiction" in changed and agency.latest_revision_id:
            raise Unplaced(
                f"we have it as “{agency}” of {agency.jurisdiction}, which an editor "
                f"wrote; the row says {placed.place}"
            )
        known = row.name in self._aliases[agency.pk] or agency.latest_revision_id
        if not changed or (known and "jurisdiction" not in changed):
            self.counts["unchanged"] += 1
            return
        for name, value in changed.items():
            setattr(agency, name, value)
        self._changed[agency.pk] = agency
        self.counts["updated"] += 1

    def _without_ori(self, row, placed):
        """Return the agency of the place that is the row's and lacks only its ORI.

        :raises Unplaced: if that is not certain.
        """
        kinds = POLICING if placed.kind == AgencyKind.OTHER else (placed.kind,)
        same = [a for a in self._of_place[placed.place.pk] if a.kind in kinds]
        lacking = [agency for agency in same if not agency.ori]
        for agency in self._of_place[placed.place.pk]:
            if agency.ori and agency.name == placed.name:
                raise Unplaced(f"{placed.place} has “{agency}” with {agency.ori}")
        if not lacking:
            return None
        (agency, *more) = lacking
        if len(same) > 1 or more or not is_of(row, agency.name, placed.place):
            names = ", ".join(f"“{agency}”" for agency in same)
            raise Unplaced(f"{placed.place} has {names}: is it one of these?")
        if agency.has_unpublished_changes:
            raise Unplaced(f"“{agency}” has a draft: publish it or discard it first")
        return agency

    def write(self, source: Source, advance=lambda rows: None) -> bool:
        """Write what was decided, cited, and return whether that changed anything.

        `advance` hears of agencies that are done.
        """
        self._write_new()
        advance(len(self._new))
        self._write_changed()
        aliases = self._missing_aliases()
        AgencyAlias.objects.bulk_create(aliases, batch_size=BATCH)
        citations = self._missing_citations(source)
        Citation.objects.bulk_create(citations, batch_size=BATCH)
        RecordWords.objects.keep(citations)
        renamed = {row.agency_id for row in aliases} | {*self._changed}
        self._carry_into_drafts(renamed | {row.agency_id for row in citations})
        self._find_again(sorted(renamed))
        advance(len(self) - len(self._new))
        return bool(renamed or citations)

    def _write_new(self):
        now = timezone.now()
        taken = set(Agency.objects.values_list("jurisdiction", "slug"))
        for agency in self._new:
            stem = slugify(agency.name)[:110] or "agency"
            slug, number = stem, 2
            while (agency.jurisdiction_id, slug) in taken:
                slug, number = f"{stem}-{number}", number + 1
            taken.add((agency.jurisdiction_id, slug))
            agency.slug = slug
            agency.live, agency.has_unpublished_changes = True, False
            agency.first_published_at = agency.last_published_at = now
            agency.derive_fields()
        Agency.objects.bulk_create(self._new, batch_size=BATCH)
        AgencyAlias.objects.bulk_create(
            [
                AgencyAlias(agency=agency, name=alias.name)
                for agency in self._new
                for alias in agency.aliases.all()
            ],
            batch_size=BATCH,
        )
        index_all(self._new)

    def _write_changed(self):
        Agency.objects.bulk_update(
            self._changed.values(), ["ori", "name", "kind", "jurisdiction"], BATCH
        )

    def _missing_aliases(self):
        """Return the printed names that nobody knows the agencies by yet."""
        found, new = {}, {agency.pk for agency in self._new}
        for agency, row in self._seen:
            if agency.pk not in new and row.name not in {
                agency.name,
                *self._aliases[agency.pk],
            }:
                found[agency.pk, row.name] = AgencyAlias(agency=agency, name=row.name)
        return list(found.values())

    def _missing_citations(self, source):
        """Return the citations of agencies that do not yet rest on the source."""
        cited = set(
            Citation.objects.filter(source=source, agency__isnull=False)
            .order_by()
            .values_list("agency", flat=True)
        )
        return [
            # Its ORI finds the row; the next edition has it on another line.
            Citation(source=source, agency=agency, quote=row.quote)
            for agency, row in self._seen
            if agency.pk not in cited
        ]

    def _carry_into_drafts(self, touched):
        """Let the newest revision of an agency have it too, or publishing undoes it."""
        edited = Agency.objects.filter(latest_revision__isnull=False)
        revisions = []
        for agency in edited.select_related("latest_revision"):
            if agency.pk not in touched:
                continue
            stored, revision = agency.serializable_data(), agency.latest_revision
            revision.content["ori"] = agency.ori
            for name in ("aliases", "citations"):
                known = {row["pk"] for row in revision.content.get(name, [])}
                revision.content.setdefault(name, []).extend(
                    row for row in stored[name] if row["pk"] not in known
                )
            revisions.append(revision)
        Revision.objects.bulk_update(revisions, ["content"])

    def _find_again(self, touched):
        """Write anew the words agencies are found by, and index them."""
        for start in range(0, len(touched), BATCH):
            rows = Agency.objects.filter(pk__in=touched[start : start + BATCH])
            agencies = list(
                rows.select_related("jurisdiction__state").prefetch_related("aliases")
            )
            for agency in agencies:
                agency.derive_fields()
            Agency.objects.bulk_update(agencies, ["lookup"], BATCH)
            index_all(agencies)
            name_followers(agencies)


def source_of(year: int) -> Source:
    """Return the list of a year as a published source, entered when it is the first."""
    label = f"Law-enforcement agencies with ORI, FBI, {year}"
    known = Source.objects.filter(
        kind=SourceKind.OFFICIAL_RECORD, description=label, live=True
    )
    if source := known.order_by("pk").first():
        return source
    source = Source(
        kind=SourceKind.OFFICIAL_RECORD,
        description=label,
        date=date(year, 1, 1),
        date_precision=Precision.YEAR,
        live=False,
    )
    source.full_clean()
    source.save()
    log(instance=source, action="wagtail.create")
    source.save_revision(clean=False).publish()
    source.refresh_from_db()  # its revision was published, a copy of it
    return source
