"""The registry's places come in whole, change with it, and take nothing away."""

import csv
from decimal import Decimal
from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from jurisdictions.management.commands.load_states import STATES
from jurisdictions.models import Jurisdiction, JurisdictionAlias, RecordVersion
from jurisdictions.registry.bundled import COUNTIES as BUNDLED
from tests.factories import CitationFactory, PolicyFactory
from tests.jurisdictions.registry_files import (
    COUNTIES,
    PLACES,
    TOWNSHIPS,
    gazetteer,
    tidy,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def states(db):
    """The states, entered faster than a site enters them."""
    with STATES.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    for row in rows:
        row.pop("also_called")
        row["slug"] = row["lookup"] = row["usps"].lower()
    Jurisdiction.objects.bulk_create(Jurisdiction(**row) for row in rows)


@pytest.fixture
def imported(states, tmp_path):
    """The three small files, imported once."""
    return said(tmp_path, *whole(tmp_path))


def whole(folder, counties=COUNTIES, places=PLACES, townships=TOWNSHIPS):
    """Return the three files of a registry."""
    return (
        gazetteer(folder / "counties.txt", "counties", counties),
        gazetteer(folder / "places.txt", "places", places),
        gazetteer(folder / "cousubs.txt", "subdivisions", townships),
    )


def said(folder, *files, **options):
    """Import files and return what the command said."""
    out = StringIO()
    report = folder / "report.csv"
    call_command("import_places", *files, report=report, stdout=out, **options)
    return out.getvalue()


def place(geoid):
    return Jurisdiction.objects.get(geoid=geoid)


def rows_of(report):
    """Return the lines of a report file below its heading."""
    with report.open(encoding="utf-8", newline="") as text:
        return list(csv.reader(text))[1:]


def everything():
    return list(Jurisdiction.objects.order_by("pk").values())


# What comes in


def test_namesakes_have_names_and_addresses_of_their_own(client, imported):
    assert "1 statistical areas" in imported
    assert {
        row.geoid: (row.name, row.designation, row.slug, row.level)
        for row in Jurisdiction.objects.filter(state="PA")
    } == {
        "42001": ("Adams County", "county", "adams-county", "county"),
        "42041": ("Cumberland County", "county", "cumberland-county", "county"),
        "42101": ("Philadelphia County", "county", "philadelphia-county", "county"),
        "4227448": ("Franklin", "borough", "franklin", "municipality"),
        "4227456": ("Franklin", "city", "franklin-city", "municipality"),
        "4260000": ("Philadelphia", "city", "philadelphia", "consolidated"),
        "4200181000": (
            "Washington Township",
            "township",
            "washington-township-adams-county",
            "township",
        ),
        "4204181001": (
            "Washington Township",
            "township",
            "washington-township-cumberland-county",
            "township",
        ),
    }
    found = client.get("/search/", {"q": "Franklin, PA"}).content.decode()
    assert "borough" in found and "city" in found
    township = place("4200181000")
    assert township.autocomplete_label() == (
        "Washington Township, Pennsylvania (township, Adams County)"
    )
    assert client.get(township.get_absolute_url()).status_code == 200


def test_county_leads_to_the_city_it_is_one_government_with(client, imported):
    response = client.get("/us/pa/philadelphia-county/")
    assert (response.status_code, response["Location"]) == (301, "/us/pa/philadelphia/")
    response = client.get("/search/", {"q": "philadelphia county"})
    assert response["Location"] == "/us/pa/philadelphia/"
    client.force_login(get_user_model().objects.create_superuser("root"))
    chooser = Jurisdiction.snippet_viewset.chooser_viewset
    results = reverse(chooser.get_url_name("choose_results"))
    offered = client.get(results, {"q": "philadelphia"}).context["results"]
    assert [row.geoid for row in offered] == ["4260000"]


def test_place_without_records_says_so_and_is_not_indexed(client, imported):
    html = client.get("/us/al/hoover/").content.decode()
    assert "We have no record for Hoover, Alabama." in html
    assert "That does not mean that there is no agreement." in html
    assert '<meta name="robots" content="noindex">' in html
    assert "Last searched" not in html
    PolicyFactory(jurisdiction=place("0137000"))
    assert "noindex" not in client.get("/us/al/hoover/").content.decode()


@pytest.mark.parametrize(
    ("printed", "state", "level", "name", "slug"),
    [
        ("Jefferson City city", "MO", "place", "Jefferson City", "jefferson-city"),
        ("Carson City", "NV", "place", "Carson City", "carson-city"),
        (
            "Nashville-Davidson metropolitan government (balance)",
            *("TN", "place", "Nashville", "nashville"),
        ),
        ("Macon-Bibb County", "GA", "place", "Macon", "macon"),
        ("Hanover town", "NH", "cousub", "Hanover", "hanover"),
        ("Hempstead town", "NY", "cousub", "Hempstead", "hempstead-town-x-county"),
    ],
)
def test_place_is_called_as_people_say_it(
    states, tmp_path, printed, state, level, name, slug
):
    code = Jurisdiction.objects.get(usps=state).geoid
    rows = [{"geoid": f"{code}999", "level": "county", "name": "X County"}]
    kind = {"geoid": f"{code}99999", "level": "place"}
    if level == "cousub":
        kind = {"geoid": f"{code}99999999", "county_geoid": f"{code}999"}
    rows.append(kind | {"level": level, "name": printed})
    said(
        tmp_path, tidy(tmp_path / "tidy.csv", [row | {"state": state} for row in rows])
    )
    found = place(rows[1]["geoid"])
    assert (found.name, found.slug) == (name, slug)


def test_name_read_as_windows_1252_is_read_right(client, states, tmp_path):
    counties = [
        ("NM", "35013", "DoÃ±a Ana County"),
        ("PR", "72021", "Bayamón Municipio"),
    ]
    said(tmp_path, gazetteer(tmp_path / "c.txt", "counties", counties))
    assert (place("35013").name, place("72021").name) == (
        "Doña Ana County",
        "Bayamón Municipio",
    )
    found = client.get("/search/", {"q": "dona ana"})
    assert found["Location"] == "/us/nm/dona-ana-county/"


def test_two_cities_of_one_name_are_told_apart(client, states, tmp_path):
    rows = [("AL", f"010000{n}", "St. Anthony city", "25", "A") for n in (1, 2)]
    said(tmp_path, gazetteer(tmp_path / "p.txt", "places", rows))
    labels = [place(row[1]).autocomplete_label() for row in rows]
    assert labels == [
        "St. Anthony, Alabama (city)",
        "St. Anthony, Alabama (city, GEOID 0100002)",
    ]
    assert place("0100002").slug == "st-anthony-0100002"
    html = client.get("/search/", {"q": "saint anthony"}).content.decode()
    assert "GEOID 0100002" in html


def test_long_names_have_addresses_of_their_own(states, tmp_path):
    rows = [("AL", f"010000{n}", f"{'L' * 110} city", "25", "A") for n in (1, 2, 3)]
    said(tmp_path, gazetteer(tmp_path / "p.txt", "places", rows))
    assert place("0100003").slug == f"{'l' * 100}-0100003"


def test_newer_files_with_pipes_are_read_too(states, tmp_path):
    said(tmp_path, gazetteer(tmp_path / "c.txt", "counties", COUNTIES, sign="|"))
    assert place("01073").latitude == Decimal("40.12346")


# What changes, and what stays


def test_second_import_changes_nothing(imported, tmp_path):
    before, version = everything(), RecordVersion.current()
    again = said(tmp_path, *whole(tmp_path))
    assert "4 as they were" in again and "entered" not in again
    assert everything() == before
    assert RecordVersion.current() == version


def test_rename_keeps_the_old_name_and_address(client, imported, tmp_path):
    places = [(*row[:2], "Hoovertown city", *row[3:]) if row[1] == "0137000" else row
              for row in PLACES]  # fmt: skip
    assert "1 renamed" in said(tmp_path, *whole(tmp_path, places=places))
    hoover = place("0137000")
    assert (hoover.name, hoover.slug) == ("Hoovertown", "hoovertown")
    assert [alias.name for alias in hoover.aliases.all()] == ["Hoover"]
    assert Redirect.objects.get().redirect_link == "/us/al/hoovertown/"
    moved = client.get("/us/al/hoover/", follow=True)
    assert moved.redirect_chain[-1][0] == "/us/al/hoovertown/"


def test_what_editors_and_sources_say_stays(imported, tmp_path):
    city = place("0107000")
    city.slug, city.legal_name, city.population = "the-magic-city", "City of B.", 5
    city.population_year = 2020
    city.save()
    city.save_revision().publish()
    CitationFactory(jurisdiction=city, field="name")
    CitationFactory(jurisdiction=city, field="population")
    row = {"geoid": "0107000", "level": "place", "name": "Bombingham town"}
    row |= {"state": "AL", "lsad": "town", "population": "9", "population_year": "2023"}
    said(tmp_path, tidy(tmp_path / "t.csv", [row]), partial=True)
    city.refresh_from_db()
    kept = (city.slug, city.legal_name, city.name, city.population, city.level)
    assert kept == ("the-magic-city", "City of B.", "Birmingham", 5, "municipality")
    assert city.designation == "town"
    assert [alias.name for alias in city.aliases.all()] == ["Bombingham"]
    # An editor who publishes the draft now does not take the new facts back.
    city.get_latest_revision().publish()
    city = place("0107000")
    assert (city.designation, city.registry_name) == ("town", "Bombingham town")
    assert [alias.name for alias in city.aliases.all()] == ["Bombingham"]


def test_draft_keeps_what_its_editor_wrote(imported, tmp_path):
    city = place("0137000")
    city.population, city.population_year = 5, 2020
    city.save()
    city.save_revision().publish()
    city.name, city.population = "Hoover by hand", 7
    city.aliases.add(JurisdictionAlias(name="The draft's"))
    city.save_revision()
    row = {"geoid": "0137000", "level": "place", "name": "Hoovertown city"}
    row |= {"state": "AL", "population": "9", "population_year": "2023", "lat": "1"}
    said(tmp_path, tidy(tmp_path / "t.csv", [row | {"lon": "2"}]), partial=True)
    city = place("0137000")
    assert (city.name, city.population, city.latitude) == ("Hoovertown", 9, 1)
    city.get_latest_revision().publish()
    city = place("0137000")
    assert (city.name, city.population, city.latitude) == ("Hoover by hand", 7, 1)
    assert city.population_year == 2020
    assert {alias.name for alias in city.aliases.all()} == {"The draft's", "Hoover"}


def test_places_that_swap_names_keep_their_visitors(client, imported, tmp_path):
    swapped = {"Birmingham city": "Hoover city", "Hoover city": "Birmingham city"}
    places = [(*r[:2], swapped.get(r[2], r[2]), *r[3:]) for r in PLACES]
    assert "2 renamed" in said(tmp_path, *whole(tmp_path, places=places))
    for old, geoid in (("birmingham", "0107000"), ("hoover", "0137000")):
        led = client.get(f"/us/al/{old}/")
        assert led["Location"] == place(geoid).get_absolute_url()
    said(tmp_path, *whole(tmp_path))
    assert place("0107000").slug == "birmingham"
    assert client.get("/us/al/birmingham/").status_code == 200


def test_county_with_records_of_its_own_is_left_for_an_editor(states, tmp_path):
    counties, places, _ = whole(tmp_path)
    said(tmp_path, counties)
    PolicyFactory(jurisdiction=place("42101"))
    assert "1 left for an editor" in said(tmp_path, places)
    assert place("42101").one_with is None


def test_town_keeps_its_record_when_its_county_is_replaced(states, tmp_path):
    old = {"geoid": "09001", "level": "county", "name": "Fairfield County"}
    new = {"geoid": "09190", "level": "county", "name": "Western Planning Region"}
    town = {"geoid": "0900118850", "level": "cousub", "name": "Darien town"}
    rows = [old | {"active": "0"}, new, town | {"county_geoid": "09001"}]
    said(tmp_path, tidy(tmp_path / "t.csv", [row | {"state": "CT"} for row in rows]))
    darien = place("0900118850")
    newer = [("CT", "0919018850", "Darien town", "A")]
    said(tmp_path, gazetteer(tmp_path / "c.txt", "subdivisions", newer))
    darien.refresh_from_db()
    assert (darien.geoid, darien.slug, darien.active) == ("0919018850", "darien", True)
    assert [county.geoid for county in darien.counties.all()] == ["09190"]


def test_what_a_whole_file_no_longer_has_is_marked_as_ended(client, imported, tmp_path):
    places = [row for row in PLACES if row[1] != "0137000"]
    assert "deactivated" not in said(
        tmp_path, *whole(tmp_path, places=places), partial=True
    )
    assert "1 deactivated" in said(tmp_path, *whole(tmp_path, places=places))
    assert place("0137000").active is False
    html = client.get("/us/al/hoover/").content.decode()
    assert "no longer exists as a government of its own" in html


def test_file_that_is_cut_off_is_refused_whole(imported, tmp_path):
    before = everything()
    with pytest.raises(CommandError, match="2 of 3 cities and towns of PA.*--partial"):
        said(tmp_path, *whole(tmp_path, places=PLACES[:3]))
    assert everything() == before


# What cannot be read


def test_bad_rows_are_told_and_the_others_taken(states, tmp_path):
    rows = [
        *COUNTIES,
        ("AL", "01073", "Jefferson County"),
        ("GA", "01075", "Lamar County"),
        ("XX", "99001", "Nowhere County"),
        ("AL", "1x", "Broken County"),
        ("AL", "01077", ""),
        ("AL", "01079", "L" * 200),
    ]
    with pytest.raises(CommandError, match="6 rows could not be read"):
        said(tmp_path, gazetteer(tmp_path / "counties.txt", "counties", rows))
    assert Jurisdiction.objects.filter(level="county").count() == 4
    told = sorted(rows_of(tmp_path / "report.csv"), key=lambda row: int(row[2]))
    assert [row[2] for row in told] == ["6", "7", "8", "9", "10", "11"]
    assert "earlier line" in told[0][5] and "not in Georgia" in told[1][5]
    assert told[3][6:10] == ["AL", "1x", "00000000", "Broken County"]


def test_place_lies_in_no_county_of_another_state(imported, tmp_path):
    town = {"level": "cousub", "name": "Stray township", "state": "PA"}
    rows = [
        town | {"geoid": "4200199999", "county_geoid": "01073"},
        town | {"geoid": "4200199998", "county_geoid": "42041"},
        town | {"geoid": "4200199997"},
        town | {"geoid": "4299999", "level": "place", "county_geoid": "01073"},
        town | {"geoid": "4200199996", "county_geoid": "42001"},
    ]
    with pytest.raises(CommandError, match="4 rows could not be read"):
        said(tmp_path, tidy(tmp_path / "t.csv", rows), partial=True)
    stray = Jurisdiction.objects.get(name="Stray Township")
    assert [county.name for county in stray.counties.all()] == ["Adams County"]


def test_county_may_come_after_its_townships(states, tmp_path):
    rows = [
        {"geoid": "4200181000", "level": "cousub", "county_geoid": "42001"},
        {"geoid": "42001", "level": "county"},
    ]
    for row, name in zip(rows, ("Washington township", "Adams County"), strict=True):
        row |= {"name": name, "state": "PA"}
    said(tmp_path, tidy(tmp_path / "t.csv", rows))
    assert place("4200181000").slug == "washington-township-adams-county"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"USPS\tGEOID\tNAME\n", "columns"),
        (b"a,b\n1,2\n", "columns"),
        (b"USPS\tGEOID\tANSICODE\tNAME\tINTPTLAT\tINTPTLONG\n", "no rows"),
        (
            b"USPS\tGEOID\tANSICODE\tNAME\tINTPTLAT\tINTPTLONG\nPR\t72\t1\tA\xf1\t1\t1",
            "UTF-8",
        ),
        (
            b"USPS\tGEOID\tANSICODE\tNAME\tINTPTLAT\tINTPTLONG\nAL\t1\t1\tA\t1\t1",
            "not one",
        ),
        (b"PK\x03\x04\xff\xfe", "unpack it first"),
        (b"\x1f\x8b\x08\x00\xff", "unpack it first"),
        (None, "No such file"),
    ],
)
def test_wrong_file_is_refused_in_words(states, tmp_path, content, reason):
    before = everything()
    path = tmp_path / "wrong.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CommandError, match=f"refused.*{reason}"):
        said(tmp_path, path)
    assert everything() == before


def test_files_before_a_refused_one_stay_and_are_told(states, tmp_path):
    with pytest.raises(CommandError, match="Done before it: counties.txt"):
        said(tmp_path, whole(tmp_path)[0], tmp_path)
    assert Jurisdiction.objects.filter(level="county").count() == 4


def test_without_states_nothing_is_imported(tmp_path):
    with pytest.raises(CommandError, match="load_states"):
        said(tmp_path, *whole(tmp_path))


def test_report_never_overwrites_what_is_read(states, tmp_path):
    counties = whole(tmp_path)[0]
    with pytest.raises(CommandError, match="another name"):
        call_command("import_places", counties, report=counties)


def test_dry_run_tells_everything_and_writes_nothing(states, tmp_path):
    before = everything()
    out = said(tmp_path, *whole(tmp_path), dry_run=True)
    assert "nothing was written" in out and "Adams County, Pennsylvania (42001)" in out
    assert everything() == before
    told = rows_of(tmp_path / "report.csv")
    assert sum(row[0] == "created" for row in told) == 11


# The counties that come with the project


def test_counties_come_with_the_project_and_are_written_anew(states, tmp_path):
    out = StringIO()
    call_command("load_counties", stdout=out)
    call_command("load_counties", stdout=out)
    assert out.getvalue() == "Counties: 3225.\nCounties: nothing new.\n"
    assert place("11001").one_with.usps == "DC"
    call_command("write_counties", tmp_path / "counties.csv", stdout=out)
    assert (tmp_path / "counties.csv").read_bytes() == BUNDLED.read_bytes()
