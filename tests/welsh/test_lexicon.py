"""What the lexicon says of words: how they are used, and of which word they are a form."""

import pytest

from welsh.lexicon import readings, uses


@pytest.mark.parametrize(
    ("form", "word", "use"),
    [
        ("rhieni", "rhiant", "p"),
        ("plentyn", "plentyn", "m"),
        ("cymdeithas", "cymdeithas", "f"),
        ("problem", "problem", "mf"),
        ("pwysicaf", "pwysig", "c"),
        ("personol", "personol", "a"),
        ("talu", "talu", "n"),
        ("talodd", "talu", "v"),
        ("talwch", "talu", "vo"),
        ("Caerdydd", "Caerdydd", "t"),
    ],
)
def test_a_form_leads_to_its_word(form, word, use):
    assert (word, use) in readings(form)


@pytest.mark.parametrize("word", ["", "xyzzy", "blentyn", "qq-"])
def test_what_is_no_unmutated_word_is_not_known(word):
    assert uses(word) == frozenset()
