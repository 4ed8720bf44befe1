"""Every message of the site is translated, and pages look up what is on file."""

import re

import pytest

from config.messages import (
    as_mo,
    as_po,
    catalog_path,
    collected,
    forms,
    missing,
    written,
)

LANGUAGE = "es"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?[a-z][^>]*>")


@pytest.fixture(scope="module")
def on_file():
    return written(LANGUAGE)


@pytest.fixture(scope="module")
def in_code(on_file):
    return collected(LANGUAGE, on_file)


def keys(catalog):
    return {(m.context, forms(m.id)[0]) for m in catalog if m.id}


def test_every_message_of_the_code_is_in_the_catalog(on_file, in_code):
    """If one is not: `make messages`, then translate it."""
    assert len(keys(in_code)) > 2_000
    assert keys(in_code) - keys(on_file) == set()


def test_no_message_stays_that_the_code_lost(on_file, in_code):
    assert keys(on_file) - keys(in_code) == set()


def test_every_message_has_its_translation(on_file):
    assert [message.id for message in missing(on_file)] == []
    assert [m.id for m in on_file if m.id and m.fuzzy] == []


def test_missing_translation_is_found(on_file):
    message = next(m for m in collected(LANGUAGE, on_file) if m.id)
    message.string = ""
    assert missing([message]) == [message]


def test_catalog_is_written_and_compiled_as_it_stands(on_file, in_code):
    path = catalog_path(LANGUAGE)
    assert path.read_bytes() == as_po(in_code)
    assert path.with_suffix(".mo").read_bytes() == as_mo(in_code)


def test_translations_fill_the_same_gaps(on_file):
    unlike = []
    for message in on_file:
        if not message.id:
            continue
        gaps = set(PLACEHOLDER.findall(" ".join(forms(message.id))))
        for words in forms(message.string):
            found = set(PLACEHOLDER.findall(words))
            # The form for one may say it in a word: “un registro”.
            if found - gaps or (gaps - found and not message.pluralizable):
                unlike.append((message.id, words))
    assert unlike == []
