"""The forms of Welsh words that the search is given."""

from locales import WELSH
from pages import parse_page
from settings import Settings
from content import Reader
from word_forms import word_forms


def forms_of(text):
    return word_forms([Reader(Settings({})).read(parse_page(WELSH, "a.md", text))])


def test_forms_stand_below_the_word_of_the_dictionary_without_accents():
    found = forms_of("Mae'r faban yn y dŷ, a babanod yn chwarae.")
    assert found["forms"]["baban"] == ["babanod", "faban"]
    assert found["forms"]["ty"] == ["dŷ"]
    assert "chwarae" in found["plain"] and "chwarae" not in found["forms"]


def test_initials_lead_from_what_is_written_to_the_radical():
    initials = forms_of("gair")["initials"]
    assert {("f", "b"), ("f", "m"), ("", "g"), ("ngh", "c"), ("h", "")} <= set(initials)
