"""Which English words are told as slips or as American ones, and which are let by."""

import pytest

from welsh.english import misspelt_english
from welsh.words import any_of


def told(passage: str, allowed: frozenset[str] = frozenset()) -> list[tuple[str, tuple[str, ...], bool]]:
    return [*misspelt_english(passage, any_of(["Wierd Sisters"]), allowed)]


@pytest.mark.parametrize(
    ("passage", "word", "right", "is_american"),
    [
        ("You will recieve a letter.", "recieve", ("receive",), False),
        ("Definately ask.", "Definately", ("definitely",), False),
        ("It is a seperate visit.", "seperate", ("separate",), False),
        ("The color of the milk.", "color", ("colour",), True),
        ("Your baby's behavior may change.", "behavior", ("behaviour",), True),
        ("The center's door is open.", "center's", ("centre",), True),
        ("Ask an organization.", "organization", ("organisation",), True),
    ],
)
def test_a_slip_is_told_with_what_was_meant(passage, word, right, is_american):
    assert told(passage) == [(word, right, is_american)]


@pytest.mark.parametrize(
    "passage",
    [
        "Talk to your neighbour about the programme of the centre.",
        "A computer program of the practice, with a licence; we license it, and practise.",  # Of one use alone.
        "Re-use what you have, and co-ordinate it; useable and despatched.",  # Written in Britain.
        "The World Trade Center, and Johns Hopkins Center for Health.",  # Names.
        "Ask the Wierd Sisters.",
        "Say bore da, or diolch yn fawr; mor dda.",  # Welsh on purpose.
        "Write to help@color.org or see color.org/behavior.",
    ],
)
def test_what_is_right_is_let_by(passage):
    assert told(passage) == []


def test_a_word_with_a_reason_is_let_by():
    assert told("The color wheel.", frozenset({"color"})) == []
