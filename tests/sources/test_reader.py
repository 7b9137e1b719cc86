"""What a page is read as: its passages, each on its own."""

import pytest

from messages.locales import ENGLISH
from sources.pages import parse_page
from sources.reader import read_page


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("- a\n- b\n\n<details><summary>c</summary>d</details>\n\ne", ["a", "b", "c", "d", "e"]),
        ("<dl><dt>a</dt><dd>b</dd></dl>c", ["a", "b", "c"]),
        ("<blockquote>a<p>b</p>c</blockquote>", ["a", "b", "c"]),
        ("| a | b |\n|---|---|\n| c | d |\n\n> e\n\n1. f\n   - g\n2. h", ["a", "b", "c", "d", "e", "f", "g", "h"]),
        ("a **b** <kbd>c</kbd><br>d", ["a b c d"]),
    ],
)
def test_each_block_is_a_passage_of_its_own(text, passages):
    page = parse_page(ENGLISH, "a.md", f"---\ntitle: T\n---\n\n# T\n\n{text}\n")
    *_, section = read_page(page).sections
    assert section.passages == ["T", *passages]
