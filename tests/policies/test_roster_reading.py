"""What ICE's cells say: one case for each of the lists' peculiarities."""

import csv
from datetime import date

import pytest

from jurisdictions.management.commands.load_states import STATES as GAZETTEER
from policies.enums import ProgramModel, RosterDoubt, RosterKind
from policies.roster.reading.cells import address_in, cleaned, day_of
from policies.roster.reading.rows import Unknown, read_list
from policies.roster.reading.spelling import STATES
from tests.workbooks import PARTICIPATING, PENDING, SCRAPED, sheet, signed

PDF = "https://www.ice.gov/doclib/a.pdf"
WRAPPED = (
    "https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov"
    "%2Fdoclib%2Fa.pdf&data=05%7C02&reserved=0"
)


def read(row, spellings=None, headings=PARTICIPATING):
    """Return the reading of one row."""
    return read_list(sheet(row, headings=headings), spellings or {}).rows[0]


def test_states_are_those_of_the_gazetteer():
    with GAZETTEER.open(encoding="utf-8", newline="") as rows:
        assert {row["name"]: row["usps"] for row in csv.DictReader(rows)} == STATES


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("TEXAS ", "TX"),
        ("UTAh", "UT"),
        ("Alabama", "AL"),
        ("WEST\xa0VIRGINIA", "WV"),
        ("GUAM", "GU"),
        ("NORTHERN MARIANA ISLANDS", "MP"),
        ("FL", "FL"),
    ],
)
def test_state_is_read_however_it_is_printed(printed, code):
    row = read(signed("Tye Police Department", state=printed))
    assert (row.state, row.doubts) == (code, ())
    assert row.printed["STATE"] == printed


@pytest.mark.parametrize(
    ("printed", "code"),
    [("PENNSLYVANIA", "PA"), ("UTAHJ", "UT"), ("WEST VIRIGINIA", "WV"), ("ABC", "")],
)
def test_misspelt_state_is_read_as_the_likeliest_and_reported(printed, code):
    rows = [signed(name, state=printed) for name in ("Tye", "Leonard")]
    listed = read_list(sheet(*rows), {})
    assert [row.state for row in listed.rows] == [code, code]
    assert listed.rows[0].doubts == (RosterDoubt.STATE_UNKNOWN,)
    assert listed.unknown == (Unknown("state", printed, code, 2),)


@pytest.mark.parametrize(
    ("meaning", "doubts"), [("PA", ()), ("", (RosterDoubt.STATE_UNKNOWN,))]
)
def test_decided_spelling_is_read_as_decided_and_not_reported(meaning, doubts):
    decided = {("state", "pennslyvania"): meaning}
    listed = read_list(sheet(signed("Tye", state="PENNSLYVANIA")), decided)
    assert (listed.rows[0].state, listed.rows[0].doubts) == (meaning, doubts)
    assert listed.unknown == ()


@pytest.mark.parametrize(
    ("printed", "model"),
    [
        ("Task Force Officer ", ProgramModel.TFM),
        ("Warrant Services Officer", ProgramModel.WSO),
        ("Warrant Service Office", ProgramModel.WSO),
        ("Jail Enforcement Model ", ProgramModel.JEM),
        ("Tribal Task Force Model", ProgramModel.TRIBAL_TFM),
    ],
)
def test_model_is_read_however_it_is_printed(printed, model):
    row = read(signed("Tye", model=printed))
    assert (row.model, row.doubts) == (model, ())


def test_unknown_model_is_no_model():
    listed = read_list(sheet(signed("Tye", model="Partnership")), {})
    assert listed.rows[0].model == ""
    assert listed.rows[0].doubts == (RosterDoubt.MODEL_UNKNOWN,)
    assert listed.unknown == (Unknown("model", "Partnership", "", 1),)


def test_agency_county_and_type_are_cleaned_and_kept_as_printed():
    agency = "Sheriff’s\n Office\xa0 of  Tye "
    row = read(signed(agency, county="Taylor County ", kind="Muncipality "))
    assert row.agency_name == "Sheriff's Office of Tye"
    assert (row.county_name, row.place_type) == ("Taylor County", "Municipality")
    assert row.printed["LAW ENFORCEMENT AGENCY"] == agency


@pytest.mark.parametrize("text", ["#N/A", "#NA", "N/A", " ", "\xa0", "\u200b"])
def test_nothing_printed_is_read_as_nothing(text):
    assert cleaned(text) == ""
    row = read(signed(text, kind=text, county=text))
    assert (row.agency_name, row.place_type, row.county_name) == ("", "", "")
    assert row.doubts == (RosterDoubt.AGENCY_MISSING,)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8/282025", date(2025, 8, 28)),
        ("8/28/2025", date(2025, 8, 28)),
        ("08/28/2025 ", date(2025, 8, 28)),
        ("2020-06-09", date(2020, 6, 9)),
        ("12/1/25", date(2025, 12, 1)),
        ("1128/2025", date(2025, 11, 28)),
        ("8282025", date(2025, 8, 28)),
        ("1112025", None),  # January 11, or November 1
        ("13/28/2025", None),
        ("45897", None),
        ("pending", None),
        ("", None),
    ],
)
def test_day_is_read_from_text_if_it_can_be_no_other(text, day):
    assert day_of(text) == day
    row = read(signed("Tye", text))
    assert row.signed_on == day
    assert (RosterDoubt.DATE_UNREADABLE in row.doubts) == (day is None)


@pytest.mark.parametrize(
    ("text", "link", "address"),
    [
        ("link", PDF, PDF),
        ("link ", f" {PDF}\n", PDF),
        ("link\xa0|\xa0addendum", PDF, PDF),
        ("link", WRAPPED, PDF),
        ("link", "https:/www.ice.gov/doclib/a.pdf", PDF),
        ("link", "http://www.ice.gov/a.pdf", "http://www.ice.gov/a.pdf"),
        ("link", f"chrome-extension://efaidnbmnn/{PDF}", PDF),
        ("link", "https://www.ice.gov/a b.pdf", "https://www.ice.gov/a%20b.pdf"),
        (PDF, "", PDF),
        ("link pending", "", ""),
        ("Link Pending ", "", ""),
        ("", "", ""),
    ],
)
def test_address_is_read_from_behind_the_cell(text, link, address):
    assert address_in(text, link) == (address, False)


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("link", "javascript:alert(1)"),
        ("link", "file:///C:/a.pdf"),
        ("link", "#Sheet1!A1"),
        ("link", "https://[broken"),
        ("link", "https://www.ice.gov@elsewhere.example/a.pdf"),
        ("link", f"{PDF}?{'x' * 1000}"),
        ("link", "https://x.safelinks.protection.outlook.com/?data=1"),
        ("Cons", ""),
    ],
)
def test_address_that_is_none_is_doubted(text, link):
    row = read(signed("Tye", moa=text, link=link))
    assert row.moa_url == ""
    assert row.doubts == (RosterDoubt.LINK_UNREADABLE,)
    assert row.links == ({"MOA": link} if link else {})


def test_row_printed_twice_is_marked_the_second_time():
    listed = read_list(sheet(signed("Tye "), signed("Tye"), signed("Leonard")), {})
    assert [row.doubts for row in listed.rows] == [(), (RosterDoubt.REPEATED,), ()]


def test_columns_tell_which_list_it_is():
    row = signed("Tye")
    assert read_list(sheet(row), {}).kind == RosterKind.PARTICIPATING
    assert read_list(sheet(row, headings=SCRAPED), {}).kind == RosterKind.PARTICIPATING
    listed = read_list(sheet(row, headings=PENDING), {})
    assert listed.kind == RosterKind.PENDING
    assert (listed.rows[0].signed_on, listed.rows[0].doubts) == (None, ())


def test_text_under_no_heading_is_kept():
    row = signed("Tye") | {"": "see note"}
    listed = read(row, headings=(*PARTICIPATING, ""))
    assert listed.printed["column 9"] == "see note"


def test_newest_signature_is_the_latest_of_the_rows():
    rows = [signed("Tye", date(2025, 3, 1)), signed("Leonard", date(2025, 3, 4))]
    assert read_list(sheet(*rows), {}).newest_signed_on == date(2025, 3, 4)
