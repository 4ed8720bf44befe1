"""Colors can be read, and never carry a meaning alone."""

import re

import pytest

from tests.house.tree import ROOT

TOKENS = (ROOT / "static/css/tokens.css").read_text()
LIGHT_DARK = re.compile(r"(--[\w-]+): light-dark\((#\w+), (#\w+)\)")
PAIRS = {name: values for name, *values in LIGHT_DARK.findall(TOKENS)}
# Words on what they stand on.
TEXT = [
    *(
        (ink, ground)
        for ink in ("--ink", "--muted", "--link", "--visited")
        for ground in ("--paper", "--surface", "--sunken")
    ),
    ("--correction", "--paper"),
    ("--correction", "--correction-tint"),
    ("--coop-ink", "--coop-tint"),
    ("--limit-ink", "--limit-tint"),
    ("--neutral-ink", "--neutral-tint"),
    *((f"--{name}-ink", "--paper") for name in ("coop", "limit", "neutral")),
    *(("--on-fill", f"--{name}") for name in ("coop", "limit", "neutral", "link")),
    ("--coop-ink", "--scope-wso"),
    ("--coop-ink", "--scope-jem"),
    ("--on-fill", "--scope-tfm"),
    ("--paper", "--ink"),
    *(("--muted", ground) for ground in ("--hatch", "--shade-1")),
    *(("--on-shade-few", f"--shade-{shade}") for shade in (1, 2, 3)),
    *(("--on-shade-many", f"--shade-{shade}") for shade in (4, 5, 6)),
]
# Borders and shapes that tell something.
SHAPES = [
    (shape, ground)
    for shape in ("--control", "--coop", "--limit", "--neutral")
    for ground in ("--paper", "--surface")
]


def luminance(color):
    """Return the relative luminance of a color, as WCAG 2.2 defines it."""
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return sum(
        part * weight
        for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True)
    )


def contrast(one, other):
    """Return the contrast of two colors, 1 to 21."""
    light, dark = sorted(map(luminance, (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_words_can_be_read(ink, ground, theme):
    assert contrast(PAIRS[ink][theme], PAIRS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_can_be_seen(shape, ground, theme):
    assert contrast(PAIRS[shape][theme], PAIRS[ground][theme]) >= 3


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_shades_of_a_map_are_told_apart_in_grey(theme):
    """Each is clearly darker than the last, or lighter where paper is dark."""
    greys = [luminance(PAIRS[f"--shade-{shade}"][theme]) for shade in range(1, 7)]
    assert greys == sorted(greys, reverse=theme == 0)
    for one, other in zip(greys, greys[1:], strict=False):
        assert (max(one, other) + 0.05) / (min(one, other) + 0.05) >= 1.25


def test_pale_words_are_found():
    assert contrast("#777777", "#888888") < 3


def test_older_browsers_get_the_light_colors():
    """The fallback repeats the light values; they must not drift apart."""
    fallback = TOKENS.split("@supports not")[1]
    plain = dict(re.findall(r"(--[\w-]+): (#\w+);", fallback))
    assert plain == {name: light for name, (light, _dark) in PAIRS.items()}


FRAME = (ROOT / "static/css/frame.css").read_text()
CARD = (ROOT / "templates/paper/card.typ").read_text()


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_frames_on_other_sites_have_the_colors_of_pages(theme):
    """Their one small file repeats the colors it needs; they must not drift apart."""
    part = FRAME.split("prefers-color-scheme: dark")[theme]
    found = dict(re.findall(r"(--[\w-]+): (#\w+);", part))
    assert found
    assert found == {name: PAIRS[name][theme] for name in found}


def test_social_cards_have_the_colors_of_pages():
    known = {light for light, _dark in PAIRS.values()}
    found = set(re.findall(r'rgb\("(#\w+)"\)', CARD))
    assert len(found) > 10
    assert found <= known
