"""The mutation library against the table of the grammars, in both directions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welsh.mutation import ASPIRATE, H_BEFORE_VOWEL, NASAL, SOFT, folded, forms, initial, mutated, radicals

# Radical, soft, nasal, aspirate; "" where the radical stays.
TABLE = [
    ("plentyn", "blentyn", "mhlentyn", "phlentyn"),
    ("tad", "dad", "nhad", "thad"),
    ("cyfle", "gyfle", "nghyfle", "chyfle"),
    ("baban", "faban", "maban", ""),
    ("dyn", "ddyn", "nyn", ""),
    ("gardd", "ardd", "ngardd", ""),
    ("mam", "fam", "", ""),
    ("llyfryn", "lyfryn", "", ""),
    ("rhiant", "riant", "", ""),
]
CASES = [(row[0], mutation, form or row[0]) for row in TABLE for mutation, form in zip((SOFT, NASAL, ASPIRATE), row[1:], strict=True)]


@pytest.mark.parametrize(("radical", "mutation", "form"), CASES)
def test_the_table_both_ways(radical, mutation, form):
    assert mutated(radical, mutation) == form
    if form != radical:
        assert radical in radicals(form, mutation)


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row[0])
def test_all_forms_of_a_radical(row):
    assert forms(row[0]) == set(filter(None, row))


def test_h_before_vowels():
    assert mutated("emosiwn", H_BEFORE_VOWEL) == "hemosiwn"
    assert mutated("iaith", H_BEFORE_VOWEL) == "hiaith"
    assert mutated("wyneb", H_BEFORE_VOWEL) == "hwyneb"
    assert mutated("ŵyr", H_BEFORE_VOWEL) == "hŵyr"
    assert mutated("teulu", H_BEFORE_VOWEL) == "teulu"
    assert radicals("hemosiwn", H_BEFORE_VOWEL) == {"emosiwn"}
    assert radicals("hlo", H_BEFORE_VOWEL) == set()


@pytest.mark.parametrize(
    "word", ["ffenestr", "haul", "siarad", "lamp", "radio", "nos", "chwaer", "thema", "ddoe", "ffrind", "rygbi", "jam", "fitamin", "sgwrs"]
)
def test_initials_that_resist_mutation(word):
    assert {mutated(word, mutation) for mutation in (SOFT, NASAL, ASPIRATE)} == {word}


def test_words_that_resist_mutation():
    assert forms("braf") == {"braf"}
    assert (mutated("gêm", SOFT), mutated("gêm", NASAL)) == ("gêm", "ngêm")
    assert mutated("grŵp", SOFT) == "grŵp"
    assert (mutated("tsips", SOFT), mutated("tsips", ASPIRATE)) == ("dsips", "tsips")


def test_a_mutated_form_takes_no_second_mutation_of_its_kind():
    assert [mutated(form, SOFT) for form in ("ddyn", "fam", "ardd")] == ["ddyn", "fam", "ardd"]
    assert [mutated(form, NASAL) for form in ("mhlentyn", "nhad", "nghyfle", "ngardd")] == ["mhlentyn", "nhad", "nghyfle", "ngardd"]
    assert [mutated(form, ASPIRATE) for form in ("phlentyn", "thad", "chyfle")] == ["phlentyn", "thad", "chyfle"]


def test_every_radical_that_a_form_may_come_from():
    assert radicals("faban", SOFT) == {"baban", "maban"}
    assert radicals("faban") == {"faban", "baban", "maban"}
    assert radicals("maban") == {"maban", "baban"}
    assert radicals("law", SOFT) == {"llaw", "glaw"}
    assert radicals("ardd") == {"ardd", "gardd"}
    assert radicals("nghymru") == {"nghymru", "cymru"}
    assert radicals("haf") == {"haf", "af"}
    assert radicals("ddyn", SOFT) == {"dyn"}


def test_two_letters_of_one_sound_are_one_initial():
    assert [initial(word) for word in ("Llanelli", "rhiant", "chwaer", "Nghymru", "Dduw", "ngardd", "theatr", "lawr", "")] == [
        *("ll", "rh", "ch", "ngh", "dd", "ng", "th", "l", "")
    ]


def test_capitals_are_kept():
    assert forms("Caerdydd") == {"Caerdydd", "Gaerdydd", "Nghaerdydd", "Chaerdydd"}
    assert forms("Gwynedd") == {"Gwynedd", "Wynedd", "Ngwynedd"}
    assert forms("Abertawe") == {"Abertawe", "Habertawe"}
    assert forms("GWENT") == {"GWENT", "WENT", "NGWENT"}
    assert "Gwynedd" in radicals("Wynedd") and "Abertawe" in radicals("Habertawe") and "GWENT" in radicals("WENT")


def test_accents_fold():
    assert [folded(word) for word in ("Tŷ", "ŵyr", "gêm", "storïau", "tŷ")] == ["ty", "wyr", "gem", "storiau", "ty"]


INITIALS = ["p", "t", "c", "b", "d", "g", "m", "ll", "rh", "ch", "dd", "ff", "ng", "ph", "th", "f", "h", "l", "n", "r", "s", "j", ""]
WELSH = st.builds("".join, st.tuples(st.sampled_from(INITIALS), st.sampled_from("aeiouwyâêîôûŵŷï"), st.text("abcdefghijlmnoprstuwyŵŷ'-", max_size=6)))
# Of "A-" nobody can say whether it is of GA- or of Ga-.
WELSH = WELSH.filter(lambda word: sum(map(str.isalpha, word)) > 2)
WORDS = st.one_of(WELSH, WELSH.map(lambda word: word[:1].upper() + word[1:]), WELSH.map(str.upper))


@given(WORDS)
def test_every_form_leads_back_to_its_radical(word):
    assert all(word in radicals(form) for form in forms(word))


@given(WORDS)
def test_every_radical_given_has_the_form(word):
    assert all(word in forms(radical) for radical in radicals(word))


@given(st.text(max_size=12))
def test_any_text_is_taken(text):
    assert text in forms(text) and text in radicals(text) and folded(folded(text)) == folded(text)
