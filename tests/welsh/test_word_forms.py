"""The forms of Welsh words that the search is given."""

from welsh.word_forms import initials, word_forms


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
