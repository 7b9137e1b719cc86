"""Edits that a careful editor makes; the guard has nothing to say of any of them."""

import datetime
import re

import pytest

from conftest import mark_all, write
from guard.all_checks import check_sources
from sources.all_sources import read_sources
from sources.pairs import is_draft, review_pin

TODAY = datetime.date(2026, 11, 23)

RICH = """---
title: {title}
description: {title}.
updated: 2026-11-01
translation: PIN
---

# {title}

{word} [{word}](sleep.md#{anchor}) 1000.

## {word}

* {word}
* {word}

  1. {word}
  2. {word}

| {word} | {word} |
|---|---|
| 24 | **{word}** |

> [!NOTE]
> {word}

![{word}](images/baby.svg)

- [x] ~~{word}~~
- [ ] {word}[^1]

3. {word}

[^1]: {word}
"""
ENGLISH_WORDS = {"title": "Everything", "word": "word", "anchor": "sleep"}
WELSH_WORDS = {"title": "Popeth", "word": "gair", "anchor": "cwsg"}


def edit(site, name, *changes):
    """Replace words in a page; each has to be there."""
    text = (site / name).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    write(site / name, text)


@pytest.fixture
def rich_site(site):
    """A site with one more pair, which uses everything that Markdown offers here."""
    write(site / "docs/rich.md", RICH.replace("translation: PIN\n", "").format(**ENGLISH_WORDS))
    write(site / "docs-cy/rich.md", RICH.format(**WELSH_WORDS))
    mark_all(site)
    return site


def _reword_translation(site):
    edit(site, "docs-cy/rich.md", ("gair", "ymadrodd"))


def _new_point_in_both(site):
    edit(site, "docs/rich.md", ("* word\n* word", "* word\n* other\n* word"))
    edit(site, "docs-cy/rich.md", ("* gair\n* gair", "* gair\n* arall\n* gair"))
    _renew(site)


def _new_pair_in_new_folder(site):
    write(site / "docs/food/first/solids.md", "---\ntitle: Food\ndescription: On food.\nupdated: 2026-11-01\n---\n\n# Food\n\nWords.\n")
    page = "---\ntitle: Bwyd\ndescription: Am fwyd.\nupdated: 2026-11-01\ntranslation: PIN\n---\n\n# Bwyd\n\nGeiriau.\n"
    write(site / "docs-cy/food/first/solids.md", page)
    mark_all(site)


def _renew(site):
    page = site / "docs-cy/rich.md"
    write(page, re.sub("(?m)^translation: .*$", "translation: PIN", page.read_text(encoding="utf-8")))
    mark_all(site)


def _other_bullets(site):
    edit(site, "docs/rich.md", ("\n* ", "\n- "))


def _rewrap(site):
    edit(site, "docs/rich.md", ("word [word](", "word\n[word]("))


def _comments(site):
    edit(site, "docs/rich.md", ("# Everything\n", "# Everything\n\n<!-- ask Siân -->\n"), ("title:", "# a comment\ntitle:"))


def _windows(site):
    for name in ("docs/rich.md", "docs-cy/rich.md"):
        write(site / name, "\ufeff" + (site / name).read_text(encoding="utf-8").replace("\n", "\r\n"))


def _curly_quotes(site):
    edit(site, "docs/rich.md", ("1000.", '1000. "it\'s"'))
    _renew(site)
    edit(site, "docs/rich.md", ('"it\'s"', "“it’s”"))


def _anchor_on_a_paragraph(site):
    edit(site, "docs/rich.md", ("1000.", '1000.\n\n<span id="here">word</span>\n\n[word](#here)'))
    edit(site, "docs-cy/rich.md", ("1000.", '1000.\n\n<span id="here">gair</span>\n\n[gair](#here)'))
    _renew(site)


def _accents(site):
    edit(site, "docs-cy/rich.md", ("gair", "tŷ a dŵr"))


def _other_numbering(site):
    edit(site, "docs/rich.md", ("  2. word", "  1. word"))


def _other_emphasis(site):
    edit(site, "docs-cy/rich.md", ("**gair**", "*gair*"))


def _welsh_slug(site):
    edit(site, "docs-cy/rich.md", ("title:", "slug: popeth\ntitle:"))


def _picture_of_its_own(site):
    write(site / "docs-cy/images/llun.svg", "<svg/>")
    edit(site, "docs-cy/rich.md", ("baby.svg", "llun.svg"))


def _another_service(site):
    edit(site, "mkdocs.yml", ("other_contacts: []", 'other_contacts: ["0808 800 5000", "Samaritans: 116 123"]'))
    for name in ("docs/rich.md", "docs-cy/rich.md"):
        edit(site, name, ("1000.", "1000. 0808 800 5000, 116 123."))
    _renew(site)


def _short_number_that_is_listed(site):
    edit(site, "mkdocs.yml", ('"03069 990 133"', '"116 123"'), ("other_contacts: []", 'other_contacts: ["116 123"]'))


def _address_of_an_unusual_ending_that_is_listed(site):
    edit(site, "mkdocs.yml", ("AskUs@Gardens.org.uk", "AskUs@gardens.museum"), ("other_contacts: []", "other_contacts: [AskUs@gardens.museum]"))


def _marked_english(site):
    edit(site, "docs-cy/rich.md", ("1000.", '1000. <span lang="en">Notice the things that go well</span>.'))


def _quoted_title(site):
    edit(site, "docs-cy/rich.md", ("1000.", "1000. Gweler “Building Better Bonds”."))


def _name_in_both(site):
    edit(site, "docs-cy/rich.md", ("~~gair~~", "Natural England"))


def _menu_section_in_both(site):
    edit(site, "mkdocs.yml", ("  - sleep.md", "  - Night: [sleep.md]"), ("nav_translations: {}", "nav_translations: {Night: Nos}"))


def _spaces_at_the_ends_of_lines(site):
    edit(site, "docs/rich.md", ("## word", "## word "), ("# Everything", "# Everything   "))


def _waived_number(site):
    edit(site, "docs-cy/rich.md", ("1000.", "llawer."), ("title:", "waive:\n  numbers_differ: The Welsh spells it out.\ntitle:"))


def _urgent_correction(site):
    edit(site, "docs/rich.md", ("1000.", "1001."), ("title:", "translation_pending: 2026-11-09, wrong number\ntitle:"))


def _changed_today(site):
    edit(site, "docs/rich.md", ("updated: 2026-11-01", f"updated: {TODAY}"))


def _language_addresses(site):
    edit(site, "docs/rich.md", ("1000.", "1000. [word](https://www.gov.wales/topics)"))
    edit(site, "docs-cy/rich.md", ("1000.", "1000. [gair](https://www.llyw.cymru/pynciau)"))
    _renew(site)


def _language_addresses_on_one_host(site):
    addresses = (
        ["council.gov.uk/help", "council.gov.uk/cymorth"],
        ["forms.gov.uk/?l=1", "forms.gov.uk/?l=2"],
        ["ask@council.gov.uk", "gofyn@council.gov.uk"],
    )
    listed = "".join(f"    - en: {english}\n      cy: {welsh}\n" for english, welsh in addresses)
    edit(
        site,
        "mkdocs.yml",
        ("  language_addresses:\n", f"  language_addresses:\n{listed}"),
        ("  other_contacts:", "  other_contacts: [ask@council.gov.uk, gofyn@council.gov.uk] #"),
    )
    for name, word, help_page, language, email in (("docs/rich.md", "word", "help", 1, "ask"), ("docs-cy/rich.md", "gair", "cymorth", 2, "gofyn")):
        words = f"[{word}](https://council.gov.uk/{help_page}/a), [{word}](https://forms.gov.uk/?f=7&l={language}), [{word}](mailto:{email}@council.gov.uk)"
        edit(site, name, ("1000.", f"1000. {words}"))
    _renew(site)


def _own_contact_details(site):
    for name in ("docs/rich.md", "docs-cy/rich.md"):
        edit(site, name, ("1000.", "1000. 03069 990133, AskUs@Gardens.org.uk, https://www.gardenadvice.co.uk."))
    _renew(site)


def _welsh_first(site):
    page = site / "docs-cy/rich.md"
    write(page, re.sub("(?m)^translation: .*\n", "", page.read_text(encoding="utf-8")))
    edit(site, "docs/rich.md", ("title:", "translation: PIN\ntitle:"))
    mark_all(site)


def _leaflet_section_by_its_welsh_name(site):
    edit(site, "mkdocs.yml", ("index.md#home-page", "index.md#tudalen-hafan"))


def _in_both(site, english, welsh):
    edit(site, "docs/rich.md", ("1000.", f"1000.\n\n{english}"))
    edit(site, "docs-cy/rich.md", ("1000.", f"1000.\n\n{welsh}"))
    _renew(site)


def _aligned_table(site):
    _in_both(site, "| word | other |\n|:--|--:|\n| a | 1 |", "| gair | arall |\n|:--|--:|\n| a | 1 |")


def _markup_that_is_allowed(site):
    words = "<details>\n<summary>{0}</summary>\n{0}<br>H<sub>2</sub>O <span lang='fr'>bébé</span>\n</details>"
    _in_both(site, words.format("word"), words.format("gair"))


def _points_within_points(site):
    _in_both(site, "1. a\n\n    word\n\n    - b\n        - c\n2. d", "1. a\n\n    gair\n\n    - b\n        - c\n2. d")


def _indented_list(site):
    _in_both(site, "  - a\n  - b", "  - a\n  - b")


def _points_in_code(site):
    _in_both(site, "```\nword\n- a\n  - b\nTODO <script>\n```", "```\ngair\n- a\n  - b\nTODO <script>\n```")


def _signs_in_code_and_escaped(site):
    _in_both(site, "word \\*\\* and `**`, `[a](b.md` or \\` word", "gair \\*\\* a `**`, `[a](b.md` neu \\` gair")


def _another_website_in_the_menu(site):
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8").replace("  - sleep.md\n", "  - sleep.md\n  - Wales: https://www.gov.wales/\n")
    write(site / "mkdocs.yml", settings.replace("nav_translations: {}", "nav_translations: {Wales: Cymru}"))


def _numbers_and_dashes_at_line_starts(site):
    _in_both(site, "word in\n2026. Other word\n– other.", "gair yn\n2026. Gair arall\n– arall.")


def _less_than_sign(site):
    _in_both(site, "a < b, `<b>` and &lt;word&gt;", "a < b, `<b>` a &lt;gair&gt;")


def _address_in_angle_brackets(site):
    _in_both(site, "<AskUs@Gardens.org.uk> <https://example.com/a>", "<AskUs@Gardens.org.uk> <https://example.com/a>")


def _marked_link_to_the_other_language(site):
    welsh = '<a href="https://www.gov.wales/topics" hreflang="en">pynciau (Saesneg)</a>'
    _in_both(site, "[topics](https://www.gov.wales/topics)", welsh)


def _abbreviation(site):
    _in_both(site, 'The <abbr title="doctor">GP</abbr>.', 'Y <abbr title="meddyg">GP</abbr>.')


def _quotation(site):
    _in_both(site, "> word\n> word", "> gair\n> gair")


def _picture_with_text_in_it(site):
    picture = '<svg xmlns="http://www.w3.org/2000/svg"><style>text { fill: red }</style><text>A</text><a href="#b"/></svg>'
    write(site / "docs/images/baby.svg", picture)


def _words_like_placeholders(site):
    _in_both(
        site, "[your word](sleep.md) and [word]. Write a day as DD/MM/YYYY.", "[eich gair](sleep.md) a [gair]. Ysgrifennwch ddiwrnod fel DD/MM/YYYY."
    )


def _anchor_as_github_spells_it(site):
    _in_both(site, "## Café\n\n[word](#café)", "## Tŷ\n\n[gair](#tŷ)")


def _lists_right_below_a_paragraph(site):
    _in_both(site, "Words:\n- one\n- two\n\nWords:\n1. one", "Geiriau:\n- un\n- dau\n\nGeiriau:\n1. un")


def _bare_address(site):
    _in_both(site, "See https://example.com/a and www.example.com/b.", "Gweler https://example.com/a a www.example.com/b.")


def _numbers_in_words(site):
    _in_both(
        site, "It took 8 days, from 1 April, 2.5 hours each, in 2010-11.", "Cymerodd wyth diwrnod, o Ebrill y cyntaf, 2 awr a hanner, yn 2010-2011."
    )


def _link_that_dials_what_it_says(site):
    edit(site, "mkdocs.yml", ("other_contacts: []", 'other_contacts: ["0808 800 5000"]'))
    _in_both(site, "Call [0808 800 5000](tel:08088005000).", "Ffoniwch [0808 800 5000](tel:+448088005000).")


def _picture_that_is_called_what_it_shows(site):
    _in_both(site, "![Baby](images/baby.svg)", "![Baban](images/baby.svg)")


def _names_alone(site):
    _in_both(site, "- 9am\n- Rob and Phil", "- 9am\n- Rob a Phil")


def _heading_called_content(site):
    _in_both(site, "## Content\n\nword", "## Cynnwys\n\ngair")


def _no_edit(site):
    pass


HONEST_EDITS = [
    _no_edit,
    _reword_translation,
    _new_point_in_both,
    _new_pair_in_new_folder,
    _other_bullets,
    _rewrap,
    _comments,
    _windows,
    _curly_quotes,
    _accents,
    _anchor_on_a_paragraph,
    _other_numbering,
    _other_emphasis,
    _welsh_slug,
    _picture_of_its_own,
    _another_service,
    _short_number_that_is_listed,
    _address_of_an_unusual_ending_that_is_listed,
    _marked_english,
    _quoted_title,
    _name_in_both,
    _menu_section_in_both,
    _spaces_at_the_ends_of_lines,
    _waived_number,
    _urgent_correction,
    _changed_today,
    _language_addresses,
    _language_addresses_on_one_host,
    _own_contact_details,
    _welsh_first,
    _leaflet_section_by_its_welsh_name,
    _aligned_table,
    _markup_that_is_allowed,
    _points_within_points,
    _indented_list,
    _points_in_code,
    _signs_in_code_and_escaped,
    _another_website_in_the_menu,
    _numbers_and_dashes_at_line_starts,
    _less_than_sign,
    _address_in_angle_brackets,
    _marked_link_to_the_other_language,
    _abbreviation,
    _quotation,
    _picture_with_text_in_it,
    _words_like_placeholders,
    _heading_called_content,
    _anchor_as_github_spells_it,
    _lists_right_below_a_paragraph,
    _bare_address,
    _numbers_in_words,
    _link_that_dials_what_it_says,
    _picture_that_is_called_what_it_shows,
    _names_alone,
]


@pytest.mark.parametrize("honest_edit", HONEST_EDITS, ids=lambda edit: edit.__name__.strip("_"))
def test_honest_edits_raise_nothing(rich_site, honest_edit):
    honest_edit(rich_site)
    assert check_sources(read_sources(rich_site, TODAY)) == []


def test_a_review_ends_when_either_text_changes(rich_site):
    pair = read_sources(rich_site, TODAY).pairs["rich.md"]
    edit(rich_site, "docs-cy/rich.md", ("title:", f"review: Siân Jones, 2026-11-23, {review_pin(pair)}\ntitle:"))
    pair = read_sources(rich_site, TODAY).pairs["rich.md"]
    assert (pair.reviewer, is_draft(pair.translation, pair)) == (("Siân Jones", "2026-11-23"), False)
    _reword_translation(rich_site)
    pair = read_sources(rich_site, TODAY).pairs["rich.md"]
    assert (pair.reviewer, is_draft(pair.translation, pair)) == (None, True)
