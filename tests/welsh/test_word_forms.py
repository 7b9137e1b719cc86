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


def test_a_form_that_stands_nowhere_leads_to_those_that_do():
    found = forms_of("Mae rhiant yn gofyn am help gan ymwelydd iechyd yn Nhreganna.")
    assert [found.get(word) for word in ("rhieni", "gofynnwch", "ymwelwyr", "treganna")] == [["rhiant"], ["gofyn"], ["ymwelydd"], ["nhreganna"]]


def test_a_mutated_plural_is_found_without_its_mutation():
    assert forms_of("Chwiliwch am wlithod.")["gwlithod"] == ["wlithod"]


def test_a_form_that_is_a_word_of_its_own_leads_to_that_alone():
    """gaeaf is also "I close"."""
    assert "gaeaf" not in forms_of("Mae modd cau'r drws.")


def test_initials_lead_from_what_is_written_to_the_radical():
    assert {("f", "b"), ("f", "m"), ("", "g"), ("ngh", "c"), ("h", "")} <= set(initials())


def test_who_types_no_accent_finds_the_word_unless_that_is_another():
    found = forms_of("Mae'r môr mor las, a chân yn y tŷ.")
    assert (found["mor"], found["môr"], found["ty"], found["chan"]) == (["mor"], ["môr"], ["tŷ"], ["chân"])


def test_a_word_without_an_accent_that_stands_itself_is_no_other():
    found = forms_of("Mae'r llan for dawel, a'r môr yn lân.")
    assert (found["for"], found["môr"], found["llan"]) == (["for"], ["môr"], ["llan"])
