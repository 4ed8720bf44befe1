"""Places: which of several of one name, and what is none."""

from tests.news.intake.articles import places_in, suggested


def test_dateline_and_abbreviation_tell_the_state():
    assert places_in("BIRMINGHAM, Ala. (WXYZ) — Rain fell.") == {"Birmingham, AL": True}
    found = places_in("Police in Birmingham, Mich., met.")
    assert found == {"Birmingham, MI": True}


def test_bare_name_of_two_states_is_unsure_with_its_candidates():
    (found,) = suggested("The Franklin City Council met.", "place")
    assert not found.sure
    assert found.values["geoid"] is None
    assert len(found.values["candidates"]) > 1


def test_outlet_state_decides():
    found = places_in("The Birmingham City Council met.", state="MI")
    assert found == {"Birmingham, MI": True}


def test_by_far_the_largest_needs_no_state():
    assert places_in("The Chicago City Council met.") == {"Chicago, IL": True}


def test_names_that_are_no_places():
    text = (
        "The Washington Post and the Los Angeles Times wrote of Mobile phones. "
        "Orange juice was served, Paris Houston said."
    )
    assert places_in(text) == {}


def test_place_no_gazetteer_has_is_not_another_states():
    assert places_in("OAKVALE, Ohio — Rain fell in the hills.") == {
        "Ohio, OH": True
    } or (places_in("OAKVALE, Ohio — Rain fell in the hills.") == {})


def test_counties_in_a_row():
    found = places_in("Deputies of Floyd and White counties in Georgia met.")
    assert found["Floyd County, GA"]
    assert found["White County, GA"]


def test_caption_and_quotation_are_only_in_passing():
    (found,) = suggested("“They do it in Chicago every day,” she said.", "place")
    assert (found.values["standing"], found.sure) == ("passing", False)
