"""What numbers count, in both languages."""

import pytest

from welsh.measures import contradictions


@pytest.mark.parametrize(
    ("english", "welsh", "found"),
    [
        ("Wait 6 months.", "Arhoswch 6 wythnos.", [("6 months", "6 wythnos")]),
        ("It opens at 9am.", "Mae'n agor am 9pm.", [("9am", "9pm")]),
        ("On 3 May.", "Ar 3 Mawrth.", [("3 May", "3 Mawrth")]),
        ("On Monday.", "Ddydd Mawrth.", [("Monday", "Ddydd Mawrth")]),
        ("On Tuesdays and Fridays.", "Ar ddydd Iau a dydd Gwener.", [("Tuesdays", "ddydd Iau")]),
        ("Within 10 working days.", "O fewn 10 wythnos waith.", [("10 working days", "10 wythnos")]),
        ("It helps 50 %.", "Mae 50 yn cael help.", [("50 %", "50")]),
        ("It costs £20.", "Mae'n costio 20 ewro.", [("£20", "20 ewro")]),
        ("Wait two hours.", "Arhoswch ddeg awr.", [("two hours", "ddeg awr")]),
    ],
)
def test_what_contradicts_is_found(english, welsh, found):
    assert contradictions(english, welsh) == found


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("5 days", "5 niwrnod"),
        ("2 years", "2 flynedd"),
        ("1 to 3 years", "1 i 3 oed"),
        ("6 months old", "chwe mis oed"),
        ("three weeks and 2 days", "tair wythnos a 2 ddiwrnod"),
        ("9am to 5pm", "9 o'r gloch y bore tan 5 y prynhawn"),
        ("Monday to Friday", "dydd Llun i ddydd Gwener"),
        ("3 May, and you may come", "3 Mai, a gwelir mai felly y mae"),
        ("50% of £20", "50 y cant o £20"),
        ("8 hours in 24", "8 awr mewn 24"),
        ("within a week", "o fewn 7 diwrnod"),
    ],
)
def test_what_says_the_same_is_left_alone(english, welsh):
    assert contradictions(english, welsh) == []
