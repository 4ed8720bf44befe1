"""ICE's workbooks are read as printed; what is none, or a trap, is refused in words."""

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from config import workbooks
from policies.roster.reading.workbook import ListRefused, read_workbook
from tests.workbooks import (
    PARTICIPATING,
    PENDING,
    pending,
    put,
    rewritten,
    saved,
    signed,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"


def refusal(data):
    """Return the words with which a file is refused."""
    with pytest.raises(ListRefused) as refused:
        read_workbook(data)
    return str(refused.value)


def test_cells_are_read_as_printed_with_the_address_behind_them():
    row = signed(
        "Sheriff’s  Office ",
        date(2025, 8, 28),
        state="TEXAS ",
        county="#N/A",
        moa="link\xa0|\xa0addendum",
        link="https://ice.example/a.pdf#page=2",
    )
    sheet = read_workbook(workbook([row, [], row], before=["Totals"]))
    assert sheet.headings == PARTICIPATING
    assert [number for number, _cells in sheet.rows] == [2, 4]
    cells = dict(zip(sheet.headings, sheet.rows[0][1], strict=True))
    assert cells["STATE"].text == "TEXAS "
    assert cells["LAW ENFORCEMENT AGENCY"].text == "Sheriff’s  Office "
    assert cells["COUNTY"].text == "#N/A"
    assert (cells["SIGNED"].text, cells["SIGNED"].value) == (
        "8/28/2025",
        date(2025, 8, 28),
    )
    assert cells["MOA"].text == "link\xa0|\xa0addendum"
    assert cells["MOA"].link == "https://ice.example/a.pdf#page=2"
    assert cells["ADDENDUM"].text == ""


def test_address_of_a_formula_is_read():
    book = Workbook()
    book.active.append([*PENDING, "MOA"])
    book.active.append(["TEXAS", "Tye", "County", "Taylor", "Task Force Model"])
    put(book.active["F2"], '=HYPERLINK("https://ice.example/tye.pdf", "link")')
    moa = read_workbook(saved(book)).rows[0][1][5]
    assert (moa.text, moa.link) == ("link", "https://ice.example/tye.pdf")


def test_one_stray_format_at_the_end_of_a_sheet_is_no_row():
    book = Workbook()
    book.active.append(PENDING)
    book.active.append(["TEXAS", "Tye", "County", "Taylor", "Task Force Model"])
    book.active["A1048576"].number_format = "0.00"
    assert len(read_workbook(saved(book)).rows) == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty"),
        (b"STATE,AGENCY\nTEXAS,Tye\n", "CSV"),
        (b"%PDF-1.7 \n", "PDF"),
        (b"\n<!DOCTYPE html><html>", "web page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "password"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"x" * (workbooks.BYTES + 1), "larger than 10 MB"),
    ],
    ids=["empty", "csv", "pdf", "html", "xls", "broken", "large"],
)
def test_file_that_is_no_workbook_is_refused(data, words):
    assert words in refusal(data)


def archive(members):
    """Return a zip archive with members of these names and contents."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def bomb():
    """Return a workbook that unpacks to a thousand times its size."""
    return rewritten(workbook([]), SHEET, lambda xml: xml + b" " * 30_000_000)


def entities():
    """Return a workbook whose sheet declares an entity of its own."""
    declared = b'<!DOCTYPE worksheet [<!ENTITY lol "lol">]><worksheet'
    return rewritten(
        workbook([pending("Tye")], PENDING),
        SHEET,
        lambda xml: xml.replace(b"<worksheet", declared, 1),
    )


def other_sheet():
    """Return a workbook about something else."""
    book = Workbook()
    book.active.append(["STATE", "TOTAL"])
    return saved(book)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: archive({"word/document.xml": "<a/>"}), "not an .xlsx"),
        (lambda: archive({f"xl/{n}": "" for n in range(201)}), "unpacks to far more"),
        (bomb, "unpacks to far more"),
        (entities, "entities"),
        (lambda: rewritten(workbook([]), SHEET, lambda xml: xml[:200]), "damaged"),
        (other_sheet, "headings of ICE's lists"),
        (lambda: workbook([]), "no row under them"),
        (lambda: workbook([["x"] * 61]), "more than 60 columns"),
    ],
    ids=["docx", "members", "bomb", "entities", "cut", "other", "bare", "wide"],
)
def test_workbook_that_is_no_list_is_refused(make, words):
    assert words in refusal(make())


@pytest.mark.parametrize(
    "deed", ["os.kill(os.getpid(), 9)", "time.sleep(9)"], ids=["dies", "hangs"]
)
def test_workbook_that_exhausts_its_process_is_refused(deed, tmp_path, monkeypatch):
    child = tmp_path / "child.py"
    child.write_text(f"import os, time\n{deed}\n")
    monkeypatch.setattr(workbooks, "CHILD", child)
    monkeypatch.setattr(workbooks, "SECONDS", 0.3)
    assert "more memory or time" in refusal(workbook([signed("Tye")]))
