"""A file is read as it stands or refused in words; templates have every column."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from news.spreadsheets.kinds import KINDS
from news.spreadsheets.reading import SheetRefused
from news.spreadsheets.templates import as_markdown, template
from news.spreadsheets.values import CellRefused, amount, known_date, whole_number
from tests.house.tree import ROOT
from tests.news.sheets import POLICY, as_csv, as_xlsx, numbered, read

HEADINGS = b"place,type,title,direction"
ROW = b'"Mobile, AL",287g,=1+1,adds'
FINE = HEADINGS + b"\n" + ROW


def saved(book):
    """Return a workbook as a file."""
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def refused(data, kind="policies"):
    """Return the words with which a file is refused."""
    with pytest.raises(SheetRefused) as refusal:
        read(data, kind)
    return str(refusal.value)


def test_csv_and_xlsx_are_read_alike():
    assert read(as_csv(POLICY)) == read(as_xlsx(POLICY)) == tuple(numbered(POLICY))


def test_workbook_may_hold_days_and_numbers():
    row = {"record": 7, "event_1_date": date(2025, 3, 4), "source": 12.0}
    assert read(as_xlsx(row)) == (
        (2, {"record": "7", "event_1_date": "2025-03-04", "source": "12"}),
    )


def test_day_of_a_workbook_is_known_as_far_as_it_shows():
    shown = {
        "mmm-yy": "2025-03",  # what Excel makes of a typed 2025-03
        "[$-409]mmmm\\ yyyy": "2025-03",
        "yyyy": "2025",
        'dd/mm/yyyy" seen"': "2025-03-01",
    }
    row = {"record": 7, "date": date(2025, 3, 1)}
    book = load_workbook(io.BytesIO(as_xlsx(*[row] * len(shown))))
    for number, format in enumerate(shown, start=2):
        book.active[f"B{number}"].number_format = format
    found = [row["date"] for _number, row in read(saved(book), "votes")]
    assert found == list(shown.values())


def test_rows_of_a_second_sheet_are_not_passed_over():
    book = load_workbook(io.BytesIO(template(KINDS["policies"], "xlsx")))
    book.active.append(["7"])
    assert read(saved(book)) == ((2, {"record": "7"}),)  # “Columns” only explains
    book.create_sheet("Old").append(["record"])
    book["Old"].sheet_state = "hidden"
    assert "several sheets (policies, Old)" in refused(saved(book))


def test_merged_cells_are_refused():
    book = load_workbook(io.BytesIO(as_xlsx({"record": 7}, {"record": 8})))
    book.active.merge_cells("B2:B3")
    assert "merged (B2:B3)" in refused(saved(book))


def test_template_keeps_what_is_typed():
    book = load_workbook(io.BytesIO(template(KINDS["votes"], "xlsx")))
    formats = {
        column.number_format for column in book.active.column_dimensions.values()
    }
    assert formats == {"@"}


@pytest.mark.parametrize(
    "data",
    [
        FINE,
        b"\xef\xbb\xbf" + FINE,
        FINE.replace(b"\n", b"\r\n"),
        b"Place;TYPE;Title;direction\nMobile, AL;287g;=1+1;adds\n\n;;;\n",
    ],
    ids=["plain", "with a BOM", "from Windows", "semicolons, blank rows"],
)
def test_what_programs_save_is_read(data):
    [(number, row)] = read(data)
    assert (number, row["place"], row["title"]) == (2, "Mobile, AL", "=1+1")


def test_line_that_tells_what_parts_the_cells_is_no_row():
    semicolons = b"place;type;title;direction\r\nMobile, AL;287g;Of, two, commas;adds"
    for line in (b"sep=;\r\n", b'"sep=;"\n', b"SEP=;\n"):
        [(number, row)] = read(line + semicolons)
        assert (number, row["title"]) == (3, "Of, two, commas")


def test_formula_of_a_workbook_is_never_computed():
    [(_number, row)] = read(as_xlsx(POLICY | {"title": '=HYPERLINK("x", "y")'}))
    assert row["title"] == "y"
    [(_number, row)] = read(as_xlsx({"record": "1", "title": "=1+1"}))
    assert "title" not in row  # no program has saved what it showed


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (HEADINGS, "no row under them"),
        (b"\xff\xfe" + FINE.decode().encode("utf-16-le"), "not in UTF-8"),
        ("place,título\nx,ñ".encode("cp1252"), "CSV UTF-8"),
        (FINE + b"\0", "signs that no text has"),
        (FINE + "\x9b2J".encode(), "signs that no text has"),
        (FINE.replace(b"adds", "a�s".encode()), "signs that no text has"),
        (b"%PDF-1.7\n" + FINE, "neither a CSV"),
        (b"\xd0\xcf\x11\xe0" + FINE, "neither a CSV"),
        (b"PK\x03\x04" + FINE, "damaged"),
        (FINE.replace(b"title", b"titel"), "did you mean “title”?"),
        (
            FINE.replace(b"title", b"zzz"),
            "no column “zzz”. The column “title” is missing",
        ),
        (FINE.replace(b"type", b"place"), "“place” is there twice"),
        (FINE + b",under,nothing", "Row 2 has “under” under no heading"),
        (FINE + b'\n"open', "Row 3 cannot be read as CSV"),
        (b",".join(b"c%d" % n for n in range(10_000)) + b"\n1", "10000 columns"),
        (HEADINGS + b"\n" + b"\n".join([ROW] * 5_001), "5001 rows"),
        (FINE + b" " * 5 * 1024**2, "larger than 5 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_other_files_are_refused_in_words(data, words):
    assert words in refused(data)


def test_zip_bomb_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("[Content_Types].xml", b"0" * 60 * 1024**2)
    assert "not opened" in refused(data.getvalue())


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_template_has_every_column_and_no_row(kind):
    assert "no row under them" in refused(template(kind, "csv"), kind.name)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_documentation_has_every_column(kind):
    documented = (ROOT / "docs" / "importing-records.md").read_text()
    assert as_markdown(kind) in documented, as_markdown(kind)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("2025-03-04", "2025-03-04"),
        ("2025-W10", "2025-W10"),
        ("2025-03", "2025-03"),
        ("2025", "2025"),
    ],
)
def test_date_keeps_how_much_is_known(text, read_as):
    assert str(known_date(text)) == read_as


@pytest.mark.parametrize("text", ["3/4/2025", "2025-02-30", "2025-13", "0025", "soon"])
def test_other_dates_are_refused(text):
    with pytest.raises(CellRefused, match=text):
        known_date(text)


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        *((whole_number, text) for text in ("-1", "1.5", "99999", "½", "1e3")),
        *((amount, text) for text in ("nan", "-1", "1.234", "9" * 20, "inf", "$5")),
        *((amount, text) for text in ("7,25", "1,25,000", "1250,000")),
    ],
)
def test_other_numbers_are_refused(reading, text):
    with pytest.raises(CellRefused):
        reading(text)
