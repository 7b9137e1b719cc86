"""Links, bold words and code in a passage: codes that a translator moves and does not type."""

import re

import pytest
from lxml import etree

from conftest import answer, write
from round_trip import exported, imported

CODES = 'Words <g id="1">sleep</g> and <g id="2">bold <g id="3">x</g></g> <x id="4"/>.'


def coded(site):
    """A site with a new page that holds codes, and the file for its translator."""
    write(site / "docs/codes.md", "# Codes\n\nWords [sleep](sleep.md#sleep) and **bold *x*** `c`.\n\n| A | 24 |\n|---|---|\n| `x` | - |\n")
    return exported(site)


def coded_answers(store, markup):
    for unit, said in zip(store.units, ("Codau", markup, "A"), strict=True):
        answer(unit, said)
    return bytes(store)


def test_codes_are_protected_and_nothing_else_is_sent(site):
    store = coded(site)
    assert [
        re.sub(r" (?:xmlns|ctype|equiv-text)=\"[^\"]*\"|</?source[^>]*>", "", etree.tostring(unit.source_dom).decode().strip())
        for unit in store.units
    ] == [
        "Codes",
        CODES,
        "A",
    ]
    assert imported(site, coded_answers(store, '<x id="4"/> geiriau <g id="2">trwm <g id="3">x</g></g>, <g id="1">cwsg</g>.')) == ["docs-cy/codes.md"]
    text = (site / "docs-cy/codes.md").read_text(encoding="utf-8")
    assert text.endswith("\n`c` geiriau **trwm *x***, [cwsg](sleep.md#cwsg).\n\n| A | 24 |\n|---|---|\n| `x` | - |\n")


@pytest.mark.parametrize(
    "markup",
    [
        '<ph id="4"/> geiriau <bpt id="2">{</bpt>trwm <bpt id="3">{</bpt>x<ept id="3">}</ept><ept id="2">}</ept>, <g id="1">cwsg</g>.',
        '<x id="4"/> geiriau <bx id="7" rid="2"/>trwm <g id="3">x</g><ex id="8" rid="2"/>, <bx id="1"/>cwsg<ex id="1"/>.',
    ],
)
def test_codes_in_two_halves_are_codes(site, markup):
    store = coded(site)
    assert imported(site, coded_answers(store, markup)) == ["docs-cy/codes.md"]
    assert "\n`c` geiriau **trwm *x***, [cwsg](sleep.md#cwsg).\n" in (site / "docs-cy/codes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (
            'A <g id="1"/>b <g id="2">c <g id="3">d</g></g> <x id="4"/>',
            'The translation of the paragraph "Words sleep and bold x c." has lost a code of its source: "[…](sleep.md#sleep)".',
        ),
        (
            'A <bpt id="1"/>b <g id="2">c <g id="3">d</g></g> <x id="4"/>',
            'The translation of the paragraph "Words sleep and bold x c." has a code more often than its source: "1".',
        ),
        (CODES.replace('<x id="4"/>', ""), 'The translation of the paragraph "Words sleep and bold x c." has lost a code of its source: "`c`".'),
        (CODES + '<x id="4"/>', 'The translation of the paragraph "Words sleep and bold x c." has a code more often than its source: "4".'),
        (CODES + '<x id="9"/>', 'The translation of the paragraph "Words sleep and bold x c." has a code more often than its source: "9".'),
        (
            'A <g id="1">b</g> <g id="3">c <g id="2">d</g></g> <x id="4"/>',
            'The codes in the translation of the paragraph "Words sleep and bold x c." are crossed: they stand in one another otherwise than in the source.',
        ),
    ],
)
def test_a_code_that_is_lost_doubled_or_crossed_is_told(site, markup, told):
    data = coded_answers(coded(site), markup)
    assert imported(site, data) == (
        f"docs/codes.md:3 (translation_file)\n  {told}\n"
        "  Fix: put the codes into the translation as they are in the source, each once, in the translator's program.\n\n1 problem found."
    )
