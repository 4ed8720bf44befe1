"""The gallery names its pictures apart and shows them all."""

from tests.gallery import PAGES, index, name_of


def test_every_picture_has_a_name_of_its_own():
    names = {
        name_of(f"{language}{page}", width, scheme)
        for page in PAGES
        for language in ("", "/es")
        for width in ("phone", "desk")
        for scheme in ("light", "dark")
    }
    assert len(names) == len(PAGES) * 8
    assert name_of("/", "phone", "dark") == "home.phone.dark.png"


def test_index_shows_each_picture_under_its_address():
    html = index([("/votes/?a=1&b=2", ["votes.phone.light.png"])])
    assert "<h2>/votes/?a=1&amp;b=2</h2>" in html
    assert '<img src="votes.phone.light.png" alt="">' in html
