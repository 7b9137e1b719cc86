"""The summary of a check on GitHub."""

import comrak
import pytest

from messages.locales import ENGLISH, WELSH
from messages.summary import Change, summary

ADDRESS = "https://github.com/service/site/blob/abc"
HOSTILE = [
    "a](https://example.org) [b",
    "<img src=x onerror=alert(1)>",
    "</details><h1>All is well</h1>",
    "x | y | z",
    "`code` **bold** _more_ ~~gone~~",
    "\n\n# Heading\n\n- point",
    "www.example.org https://example.org a@example.org",
    'quoted" onmouseover="alert(1)',
    "&lt;b&gt; &#60;b&#62;",
    "![p](https://example.org/p.png)",
]


def problem(path, words):
    said = {"message": words, "fix": words, "message_cy": words, "fix_cy": words}
    return {"level": "error", "path": path, "line": 7, "check": "title_missing", **said}


def as_html(told):
    options = comrak.ExtensionOptions(table=True, autolink=True, strikethrough=True)
    return comrak.markdown_to_html(told, options, render_options=comrak.RenderOptions(unsafe_=True))


@pytest.mark.parametrize("words", HOSTILE)
def test_nothing_that_somebody_typed_becomes_more_than_words(words):
    plain = as_html(summary([problem("docs/plain.md", "plain")], Change(address=ADDRESS), (WELSH, ENGLISH)))
    html = as_html(summary([problem(f"docs/{words}.md", words)], Change(address=ADDRESS), (WELSH, ENGLISH)))

    assert [html.count(tag) for tag in ("<a ", "<h", "<li", "<img", "<details", "</details", "<strong", "<em", "<code", "<td")] == [
        plain.count(tag) for tag in ("<a ", "<h", "<li", "<img", "<details", "</details", "<strong", "<em", "<code", "<td")
    ]
    assert 'onmouseover="' not in html


def test_a_place_is_a_link_to_its_line():
    html = as_html(summary([problem("docs/sleep.md", "Words.")], Change(address=ADDRESS), (ENGLISH,)))

    assert f'<a href="{ADDRESS}/docs/sleep.md?plain=1#L7">line 7</a>' in html
    assert "<blockquote>" in html and "<details>" not in html


def test_the_second_language_is_folded():
    told = summary([problem("docs/sleep.md", "Words.")], Change(), (WELSH, ENGLISH))

    assert told.index("llinell 7") < told.index("<details>") < told.index("line 7") < told.index("</details>")


def test_a_summary_stays_within_what_github_shows():
    found = [problem(f"docs/{number}.md", "Words. " * 40) for number in range(5000)]

    assert len(summary(found, Change(address=ADDRESS), (WELSH, ENGLISH)).encode()) < 1_000_000
