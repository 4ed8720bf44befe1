"""From the bytes of a page to its signs, in whatever charset they were written."""

import codecs
import re

# What browsers know; other names in a page are slips or traps (“utf-7”, “zlib”).
CHARSETS = re.compile(
    r"utf-8|utf-16(?:-[lb]e)?|cp125[0-8]|cp874|iso8859-(?:[2-9]|1[0-6])|koi8-[ru]"
    r"|mac-roman|gb2312|gbk|gb18030|big5|euc_(?:jp|kr)|shift_jis|iso2022_jp"
)
# What was written in Western offices, and claimed by everybody who did not know.
WESTERN = "cp1252"
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([\w:.-]{1,40})""", re.IGNORECASE)
LOOKED_AT = 2048  # bytes at the beginning


def decoded(data: bytes, charset: str = "") -> str:
    """Return the signs that bytes stand for; any bytes stand for some.

    A mark at the beginning says best in which charset, then what the server said,
    then the page. What is valid UTF-8 is UTF-8.
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    declared = DECLARED.search(data[:LOOKED_AT])
    named = known(charset) or known(declared[1].decode("ascii") if declared else "")
    if not named.startswith("utf-16"):
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            named = WESTERN if named in {"", "utf-8"} else named
    return data.decode(named, errors="replace")


def known(name: str) -> str:
    """Return the charset that a name stands for, "" if browsers know none by it."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ""
    if found in {"ascii", "iso8859-1"}:
        return WESTERN
    return found if CHARSETS.fullmatch(found) else ""
