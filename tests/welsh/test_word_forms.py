"""The forms of Welsh words that the search is given."""

import pytest

from welsh.word_forms import initials, lemmas, word_forms


def forms_of(text):
    return word_forms([text])


def test_forms_stand_below_the_word_of_the_dictionary_and_below_each_other_without_accents():
    found = forms_of("Mae'r faban yn y dŷ, a babanod yn chwarae.")
    assert found["baban"] == found["faban"] == found["babanod"] == ["babanod", "faban"]
    assert found["ty"] == found["dy"] == ["dŷ"]
    assert found["chwarae"] == ["chwarae"]
    assert list(found) == sorted(found)


def test_initials_lead_from_what_is_written_to_the_radical():
    assert {("f", "b"), ("f", "m"), ("", "g"), ("ngh", "c"), ("h", "")} <= set(initials())


@pytest.mark.parametrize(
    ("one", "other"), [("rhieni", "rhiant"), ("blant", "plentyn"), ("parhewch", "parhau"), ("bwysicaf", "pwysig"), ("gweithwyr", "gweithiwr")]
)
def test_forms_of_one_word_meet(one, other):
    assert lemmas(one) & lemmas(other)


@pytest.mark.parametrize(("one", "other"), [("cân", "gan"), ("môr", "mor"), ("angen", "cangen"), ("cae", "gaeaf"), ("cae", "cau")])
def test_words_that_look_alike_stay_apart(one, other):
    assert not lemmas(one) & lemmas(other)


def test_who_types_no_accent_finds_the_word_unless_that_is_another():
    found = forms_of("Mae'r môr mor las, a chân yn y tŷ.")
    assert (found["mor"], found["môr"], found["ty"], found["chan"]) == (["mor"], ["môr"], ["tŷ"], ["chân"])
