"""Of which words a Welsh word may be a form."""

import pytest

from welsh.inflection import inflected, lemmas

IN_THE_LEXICON = [
    ("rhieni", "rhiant"),
    ("blant", "plentyn"),
    ("parhewch", "parhau"),
    ("bwysicaf", "pwysig"),
    ("cronfeydd", "cronfa"),
    ("aeth", "mynd"),
]
BY_THEIR_ENDING = [
    *(("gweithwyr", "gweithiwr"), ("ymwelwyr", "ymwelydd"), ("negeseuon", "neges"), ("greigiau", "craig"), ("darlithfeydd", "darlithfa")),
    *(("galetach", "caled"), ("harddach", "hardd"), ("annogir", "annog"), ("telir", "talu"), ("newidiodd", "newid"), ("chwerthodd", "chwerthin")),
]
IRREGULAR = [
    ("draed", "troed"),
    ("esgyrn", "asgwrn"),
    ("uchaf", "uchel"),
    ("werdd", "gwyrdd"),
    ("darganfuwyd", "darganfod"),
    ("flynedd", "blwyddyn"),
    ("mod", "bod"),
    ("onest", "gonest"),
]
WITH_A_CAPITAL = [("gymraeg", "cymraeg"), ("nghymru", "cymru"), ("chaerdydd", "caerdydd")]


@pytest.mark.parametrize(("form", "word"), IN_THE_LEXICON + BY_THEIR_ENDING + IRREGULAR + WITH_A_CAPITAL)
def test_a_form_is_of_its_word(form, word):
    assert word in lemmas(form) & lemmas(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("cân", "gan"), ("môr", "mor"), ("angen", "cangen"), ("cae", "gaeaf"), ("cae", "cau"), ("moron", "mor"), ("atom", "adio")),
        *(("gwener", "gwenu"), ("ffynnon", "ffynnu"), ("nofelydd", "nofel"), ("weithiau", "gwaith")),
        *(("cewch", "cau"), ("llofnodion", "llofnodi"), ("diweddaraf", "diweddaru"), ("sylwch", "sylw"), ("hun", "un")),
        *(("hyn", "yn"), ("byth", "myth"), ("moron", "boron"), ("tariff", "taro"), ("rhwyf", "rwyf"), ("ganed", "canu"), ("arth", "garth")),
        *(
            ("mabon", "mab"),
            ("arfon", "arf"),
            ("denant", "denu"),
            ("barwn", "paru"),
            ("talent", "talu"),
            ("llesiant", "llesio"),
            ("harddwch", "harddu"),
        ),
        *(("fath", "bath"), ("fodd", "bodd"), ("ffyrdd", "ffwrdd"), ("thrai", "tra"), ("ma", "pa"), ("new", "tew"), ("dois", "do")),
        *(("gawson", "caws"), ("menai", "menu"), ("unai", "uno")),
    ],
)
def test_words_that_look_alike_stay_apart(one, other):
    assert not lemmas(one) & lemmas(other)


@pytest.mark.parametrize(("word", "form"), [("rhiant", "rhieni"), ("gofyn", "gofynnwch"), ("llestr", "llestri"), ("troed", "traed"), ("da", "gorau")])
def test_a_word_has_its_forms(word, form):
    assert form in inflected(word)
