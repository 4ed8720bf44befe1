"""The FBI's list: what is certain is entered and cited, the rest is told of."""

import csv
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from jurisdictions.enums import AgencyKind, Level
from jurisdictions.models import Agency, Jurisdiction, RecordVersion
from news.models import Source
from tests.factories import AgencyFactory, CountyFactory, PlaceFactory, StateFactory

pytestmark = pytest.mark.django_db

HEADING = (
    "ori,fbi_pub_name,type,state,county_names,population_served,officers,data_year,"
    "sources"
)


@pytest.fixture(autouse=True)
def alabama():
    """Enter a county with a city and a township, and a city of that name elsewhere."""
    state = StateFactory(usps="AL")
    cobb = CountyFactory(state=state, name="Cobb County", designation="county")
    dale = CountyFactory(state=state, name="Dale County", designation="county")
    PlaceFactory(state=state, name="Auburn", designation="city")
    for county in (cobb, dale):
        township = PlaceFactory(
            state=state,
            name="Penn Township",
            designation="township",
            level=Level.TOWNSHIP,
        )
        township.counties.set([county])
        township.save()
    return state


class Run:
    """The command over a file of some rows."""

    def __init__(self, folder):
        self.file, self.report = folder / "agencies.csv", folder / "report.csv"

    def __call__(self, *rows, heading=HEADING, **options):
        """Import rows and return what was printed."""
        self.file.write_text("\n".join((heading, *rows)), encoding="utf-8")
        said = StringIO()
        call_command(
            "import_agencies", self.file, report=self.report, stdout=said, **options
        )
        return said.getvalue()

    def left(self):
        """Return (line, ORI, reason) of the rows that were not entered."""
        with self.report.open(encoding="utf-8", newline="") as text:
            return [tuple(row[i] for i in (1, 2, 4)) for row in csv.reader(text)][1:]


@pytest.fixture
def run(tmp_path):
    return Run(tmp_path)


def row(
    ori="AL0010200", name="Auburn", kind="City", county="COBB", state="AL", year=2025
):
    return f'{ori},{name},{kind},{state},"{county}",100,7,{year},fbi_lee_{year}'


def test_agencies_are_entered_where_they_are_certain(run):
    said = run(
        row(),
        row("AL0010000", "Cobb", "County"),
        row("AL0020000", "Dale County Police Department", "County", "DALE"),
        row("AL0010300", '"Penn Township, Dale County"', county="DALE"),
        row("ALASP0000", "State Police", "State Police", "NOT SPECIFIED"),
    )
    assert "Agencies: 5 created." in said
    entered = {
        agency.ori: (agency.name, agency.kind, agency.jurisdiction.name)
        for agency in Agency.objects.published()
    }
    assert entered == {
        "AL0010200": ("Auburn police", AgencyKind.POLICE, "Auburn"),
        "AL0010000": (
            "Cobb County sheriff or county police",
            AgencyKind.OTHER,
            "Cobb County",
        ),
        "AL0020000": ("Dale County Police Department", "police", "Dale County"),
        "AL0010300": ("Penn Township, Dale County police", "police", "Penn Township"),
        "ALASP0000": ("Alabama state police", AgencyKind.STATE_POLICE, "Alabama"),
    }
    penn = Agency.objects.get(ori="AL0010300").jurisdiction
    assert [county.name for county in penn.counties.all()] == ["Dale County"]


def test_each_is_cited_and_found_by_what_the_fbi_prints(run):
    run(row())
    agency = Agency.objects.get()
    (citation,) = agency.citations.all()
    assert str(citation.source) == "Law-enforcement agencies with ORI, FBI, 2025"
    assert citation.source.is_public
    assert citation.quote == "AL0010200 · Auburn · City · COBB"
    assert citation.paragraph is None
    assert [alias.name for alias in agency.aliases.all()] == ["Auburn"]
    assert Agency.objects.named_like("auburn police alabama").get() == agency
    call_command("check_record", stdout=StringIO())


def test_what_is_not_certain_is_reported_whole_and_fails_nothing(run):
    run(
        row("AL0010400", "Penn Township", county="NOT SPECIFIED"),
        row("AL0010500", "Springfield"),
        row("AL0010600", "Auburn University", "University or College"),
        row("AL0010700", "State Police: Cobb", "State Police"),
        row("DCFBI0000", "Federal Bureau", "Federal", state="FS"),
        row("AL0010800", "Unified Police Department", "County"),
        row("AL0010900", '"Auburn, Dale County"', county="DALE"),
    )
    assert not Agency.objects.exists()
    assert not Source.objects.exists()
    assert [(line, ori) for line, ori, _ in run.left()] == [
        ("2", "AL0010400"),
        ("3", "AL0010500"),
        ("4", "AL0010600"),
        ("5", "AL0010700"),
        ("6", "DCFBI0000"),
        ("7", "AL0010800"),
        ("8", "AL0010900"),
    ]
    assert "several places fit: Penn Township" in run.left()[0][2]
    assert "Springfield,City,AL,COBB,100,7,2025" in run.report.read_text()


def test_bad_rows_are_reported_and_the_others_entered(run):
    with pytest.raises(CommandError, match="6 rows could not be read"):
        run(
            row(),
            row(),
            row("AL1", "Auburn"),
            row("AL0010900", state="QQ"),
            row("AL0011000", year="last"),
            row("AL0011100", kind="Village"),
            "AL0011200,Auburn",
        )
    assert Agency.objects.get().ori == "AL0010200"
    assert [line for line, *_ in run.left()] == list("345678")


def test_second_run_changes_nothing(run):
    run(row(), row("AL0010000", "Cobb", "County"))
    before = list(Agency.objects.order_by("pk").values()), RecordVersion.current()
    assert "Agencies: 2 unchanged." in run(row(), row("AL0010000", "Cobb", "County"))
    after = list(Agency.objects.order_by("pk").values()), RecordVersion.current()
    assert after == before
    assert Source.objects.count() == 1


def test_list_of_another_year_is_another_source(run):
    run(row())
    run(row(year=2026))
    assert Agency.objects.get().citations.count() == 2


def test_changed_row_is_followed_and_the_old_name_stays_known(run):
    run(row("AL0010000", "Cobb", "County"))
    run(row("AL0010000", "Cobb County Police Department", "County"))
    agency = Agency.objects.get()
    assert (agency.name, agency.kind) == (
        "Cobb County Police Department",
        AgencyKind.POLICE,
    )
    assert [alias.name for alias in agency.aliases.all()] == ["Cobb"]


def test_what_an_editor_wrote_stays(run):
    run(row())
    agency = Agency.objects.get()
    agency.name = "Auburn Police Division"
    agency.save_revision().publish()
    run(row())
    assert Agency.objects.get().name == "Auburn Police Division"


def test_agency_of_an_article_is_given_its_ori(run):
    auburn = Jurisdiction.objects.get(name="Auburn")
    agency = AgencyFactory(name="Auburn Police Department", jurisdiction=auburn)
    agency.save_revision().publish()
    assert "1 given their ORI" in run(row())
    agency = Agency.objects.get()
    assert (agency.name, agency.ori) == ("Auburn Police Department", "AL0010200")
    assert agency.citations.count() == 2
    latest = agency.get_latest_revision_as_object()
    assert latest.ori == "AL0010200"
    latest.save_revision().publish()
    agency = Agency.objects.get()
    assert [alias.name for alias in agency.aliases.all()] == ["Auburn"]
    assert agency.citations.count() == 2


def test_sheriff_of_an_article_is_the_county_s_agency(run):
    cobb = Jurisdiction.objects.get(name="Cobb County")
    sheriff = AgencyFactory(
        name="Cobb County Sheriff's Office", kind=AgencyKind.SHERIFF, jurisdiction=cobb
    )
    run(row("AL0010000", "Cobb", "County"))
    sheriff.refresh_from_db()
    assert (sheriff.ori, Agency.objects.count()) == ("AL0010000", 1)


def test_agency_that_may_be_another_is_left_to_an_editor(run):
    auburn = Jurisdiction.objects.get(name="Auburn")
    AgencyFactory(name="Auburn Transit Police", jurisdiction=auburn)
    run(row())
    assert Agency.objects.get().ori is None
    assert "is it one of these?" in run.left()[0][2]


def test_two_agencies_of_one_name_are_left_to_an_editor(run):
    run(row(), row("AL0990200", "Auburn"))
    assert not Agency.objects.exists()
    assert [line for line, *_ in run.left()] == ["2", "3"]


def test_second_agency_of_a_name_we_have_is_left_to_an_editor(run):
    run(row())
    run(row("AL0990200", "Auburn"))
    assert Agency.objects.get().ori == "AL0010200"
    assert "has “Auburn police” with AL0010200" in run.left()[0][2]


@pytest.mark.parametrize(
    ("rows", "heading", "words"),
    [
        (["1,2"], "geoid,name", "its first line lacks ori"),
        ([], HEADING, "it has no rows"),
        ([], "", "its first line lacks ori"),
    ],
)
def test_wrong_file_is_refused_in_words(run, rows, heading, words):
    with pytest.raises(CommandError, match=words):
        run(*rows, heading=heading)
    assert not run.report.exists()


def test_missing_file_is_refused_in_words(tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        call_command("import_agencies", tmp_path / "none.csv")


def test_dry_run_writes_nothing_but_the_report(run):
    assert "1 created" in run(row(), row("AL0010500", "Springfield"), dry_run=True)
    assert not Agency.objects.exists()
    assert len(run.left()) == 1
