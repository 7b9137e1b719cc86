"""The finished stylesheet: what it has for the text of pages, and what it must not have."""

import re

import pytest
import tinycss2

from web.bodies import CLASSES
from web.stylesheet import names_in, used_rules

TEMPLATE = '<main class="site-width"><p class="site-name"></p></main>'


def style_of(css, body):
    return used_rules(css, names_in([TEMPLATE], [body], CLASSES))


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        (".md-overlay{position:fixed}", '<p class="md-overlay">'),
        (".site-width .tabbed-set{opacity:0}", '<div class="tabbed-set">'),
        ("#__comments{display:none}", '<h2 id="__comments">'),
        ("[id=__comments]{display:none}", '<h2 id="__comments">'),
        ("p[id^=__]{display:none}", '<p id="__x">'),
        ("@media print{.md-banner{display:none}}", '<span class="card md-banner">'),
    ],
)
def test_what_a_page_says_calls_up_no_rule_but_for_what_is_its_own(rule, body):
    assert style_of(rule, body) == ""


@pytest.mark.parametrize("rule", [".card{color:red}", ".site-name{color:red}", "p[title]{color:red}"])
def test_what_the_site_itself_writes_is_styled(rule):
    assert style_of(rule, '<p class="card" title="x">') == rule


def test_phones_and_safari_among_them_keep_the_size_of_text_that_was_chosen():
    assert "-webkit-text-size-adjust:100%" in style_of("html{-webkit-text-size-adjust:100%;text-size-adjust:100%}", "")


def test_the_finished_stylesheet_hides_and_places_by_no_name_but_the_sites(browser, served_gallery):
    page = browser.new_page()
    page.goto(f"{served_gallery}/gallery/")
    css = page.locator("style").text_content()
    page.close()
    risky = re.compile(r"position|display:none|visibility|opacity|clip|transform|z-index|content-visibility|pointer-events|font-size:0")
    found = {
        name
        for rule in tinycss2.parse_stylesheet(css, skip_comments=True)
        if rule.type == "qualified-rule" and risky.search(tinycss2.serialize(rule.content))
        for name in re.findall(r"[.#][\w-]+|\[id", tinycss2.serialize(rule.prelude))
    }
    written_by_site = {"card", "changed", "printed-address", "site-header", "skip-link"}
    assert {name.lstrip(".") for name in found} - written_by_site == set()
