"""A page cut into passages, and put together again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, SERVICE
from translators.passages import cut, scalar

RICH = """---
title: "Everything: all"
description: >
  In two
  lines
updated: 2026-11-01
waive:
  numbers_differ: A reason.
---

# Everything #

Words [words](sleep.md#x), wrapped
in two lines.  <!-- a comment -->

Setext
======

* one
  more
* two

  1. nested

         code

- [x] done
- [ ] <span lang="cy">Dechrau'n Deg</span>

| A | `x\\|y` | C \\| D |
|---|:-----:|--------|
| 24 | **words** | - |

> [!NOTE]
> Inside[^1],
> wrapped.

<details>
<summary>More</summary>

Folded *away*.

</details>

```
# code
```

<!-- nothing
to translate -->

![A picture](images/baby.svg)

> Quoted,
> twice

---

[address]: https://example.org/ "Title"
[^1]: A footnote.
"""
RICH_PASSAGES = [
    ("title", "Everything: all"),
    ("description", "In two lines"),
    ("start", ""),
    ("heading", "Everything"),
    ("paragraph", "Words [words](sleep.md#x), wrapped\nin two lines.  <!-- a comment -->"),
    ("heading", "Setext"),
    ("point", "one\nmore"),
    ("point", "two"),
    ("point", "nested"),
    ("point", "done"),
    ("point", '<span lang="cy">Dechrau\'n Deg</span>'),
    ("table cell", "A"),
    ("table cell", "`x\\|y`"),
    ("table cell", "C \\| D"),
    ("table cell", "24"),
    ("table cell", "**words**"),
    ("paragraph", "Inside[^1],\nwrapped."),
    ("paragraph", "More"),
    ("paragraph", "Folded *away*."),
    ("paragraph", "![A picture](images/baby.svg)"),
    ("paragraph", "Quoted,\ntwice"),
    ("point", "A footnote."),
    ("end", ""),
]


def joined(text):
    return "".join(passage.literal + passage.raw for passage in cut(text))


@pytest.mark.parametrize("path", [*sorted(SERVICE.glob("docs*/*.md")), ROOT / "README.md"], ids=lambda path: path.name)
def test_passages_joined_are_the_page(path):
    text = path.read_bytes().decode("utf-8")
    assert joined(text) == text


@pytest.mark.parametrize("text", [RICH, "\ufeff" + RICH, RICH.replace("\n", "\r\n"), RICH.replace("\n", "\r")])
def test_each_passage_is_cut_out_whole(text):
    assert joined(text) == text
    assert [(passage.kind, passage.text) for passage in cut(text)] == RICH_PASSAGES


MARKS = ("\r\n", "\r", "\n", "    ", "|", "---\n", "`", "<!--", "-->", "ŵ", "\u2028", "# ", "> ")
PIECES = st.sampled_from([*RICH.splitlines(keepends=True), *MARKS])


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map("---\ntitle: a\n---\n".join)))
def test_any_text_is_its_passages_joined(text):
    assert joined(text) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"]), min_size=1))
def test_any_title_can_be_written(text):
    title = next(passage for passage in cut(f"---\ntitle: {scalar('x' + text)}\n---\n") if passage.kind == "title")
    assert title.text == ("x" + text).strip()
