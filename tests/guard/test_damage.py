"""Whatever pages and settings hold, the guard ends in messages, never in a traceback."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import ROOT, build, write
from guard.all_checks import check_sources
from messages.locales import LOCALES
from messages.problem import report
from sources.all_sources import make_sources, read_sources
from sources.pages import parse_page
from sources.settings import Settings, read_settings

REAL = [path.relative_to(ROOT) for path in [*ROOT.glob("docs/*.md"), *ROOT.glob("docs-cy/*.md")]]
SETTINGS = read_settings(ROOT / "mkdocs.yml")
FUZZ = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

# Pieces that mean something to Markdown, YAML or HTML, in any order.
PIECES = st.sampled_from(
    [
        *("# ", "## ", "\n", "\n\n", "- ", "    ", "1. ", "| a | b |\n|---|---|\n", "!!! note\n    ", "![", "](", ")", "[", "]", "{: ", " }"),
        *("<", ">", "</main>", "<details>", "<!--", "-->", "<script>", "&#106;", "&", "```", "*[GP]: ", "<http://[>", "http://[::1", "](#"),
        *('"', "'", ":", "---\n", "title: ", "slug: ", "waive:\n  x: ", "translation: ", "review: ", "[1]: //", "\x00", "\u2028", "\r", "%"),
        *("03000 133 133", "ŵ", "tŷ", "https://www.gov.wales/", "mailto:", "../", "index.md#", "\ud7ff", "{#_content}", "a\n:   b"),
    ]
)
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join)
PAGE = st.one_of(TEXT, TEXT.map("---\ntitle: ".__add__), TEXT.map("---\ntitle: A\ndescription: B\n---\n\n# A\n\n".__add__))
VALUE = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=12), st.dates()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.one_of(st.text(max_size=6), st.integers()), inner, max_size=3)),
    max_leaves=6,
)


def told(sources) -> str:
    return report(check_sources(sources, publish=True, require_reviewed=True))


@FUZZ
@given(english=PAGE, welsh=PAGE)
def test_any_text_as_a_page(english, welsh):
    texts = zip(LOCALES, (english, welsh), strict=True)
    told(make_sources(ROOT, SETTINGS, [parse_page(locale, "a.md", text) for locale, text in texts]))


@FUZZ
@given(data=st.data())
def test_any_value_in_the_settings(data):
    values = dict(SETTINGS.values)
    top = data.draw(st.sampled_from(["nav", "plugins", "markdown_extensions", "extra", "site_url", "theme"]))
    values[top] = data.draw(VALUE)
    if top == "extra":
        values["extra"] = dict(SETTINGS.values["extra"])
        values["extra"][data.draw(st.sampled_from(sorted(values["extra"])))] = data.draw(VALUE)
    told(make_sources(ROOT, Settings(values, SETTINGS.document), []))


@FUZZ
@given(data=st.data())
def test_damaged_bytes_of_a_real_file(data):
    name = data.draw(st.sampled_from([*REAL, Path("mkdocs.yml")]))
    whole = (ROOT / name).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    damaged = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    assert told(read_sources(_with(name, damaged)))


@pytest.fixture(scope="module", autouse=True)
def copy(tmp_path_factory):
    """A copy of the real sources to be damaged, one file at a time."""
    _with.root = tmp_path_factory.mktemp("damaged")
    for folder in ("docs", "docs-cy", "overrides"):
        shutil.copytree(ROOT / folder, _with.root / folder)
    shutil.copy(ROOT / "mkdocs.yml", _with.root)


def _with(name: Path, content: bytes) -> Path:
    for path in [*REAL, Path("mkdocs.yml")]:
        (_with.root / path).write_bytes(content if path == name else (ROOT / path).read_bytes())
    return _with.root


@pytest.mark.parametrize(
    "change",
    [
        ("site_name: &site_name", "site_name: &site_name ["),
        ("nav:\n", "nav: 3\nmenu:\n"),
        ("plugins:\n", "plugins: yes\nadd_ons:\n"),
        ("extra:\n", "extra: none\nmore:\n"),
        ("  - toc\n", "  - no_such_extension\n"),
        ("languages:", "languages: all\n      were:"),
    ],
    ids=lambda change: change[0].strip(" -:\n"),
)
def test_a_build_with_damaged_settings_ends_in_a_message(site, change):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    assert change[0] in text
    write(site / "mkdocs.yml", text.replace(*change))
    result = build(site, "--strict")
    assert (result.returncode != 0, "Traceback" in result.stderr) == (True, False), result.stderr
