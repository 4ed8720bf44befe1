"""The square code that leads a telephone to a page, as one path of an SVG."""

from dataclasses import dataclass

from qrcode import QRCode
from qrcode.constants import ERROR_CORRECT_M

QUIET = 4  # modules of white around it, which the standard asks for


@dataclass(frozen=True)
class Code:
    """A code of `size` modules a side, its dark ones drawn by `path`."""

    address: str
    size: int
    path: str

    @property
    def svg(self):
        """The code as a picture of its own, for what is not a page."""
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" '
            f'viewBox="0 0 {self.size} {self.size}"><path d="{self.path}"/></svg>'
        )


def code_of(address):
    """Return the code of an address; a photocopy may lose a sixth of it."""
    made = QRCode(border=QUIET, error_correction=ERROR_CORRECT_M)
    made.add_data(address)
    rows = made.get_matrix()
    path = "".join(
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return Code(address, len(rows), path)


def _runs(row):
    """Yield where dark modules begin in a row, and how many stand together."""
    start = None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x - start
            start = None
