"""Whatever pages and settings hold, the guard ends in messages, never in a traceback."""

import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from conftest import SERVICE, build, build_strictly, make_service, mark_all, write
from guard.all_checks import check_sources
from messages.locales import ENGLISH, LOCALES, WELSH
from messages.problem import report
from sources.all_sources import make_sources, read_sources
from sources.pages import parse_page
from sources.settings import Settings, read_settings
from web.bodies import page_bodies

WHOLE = [path.relative_to(SERVICE) for path in [SERVICE / "mkdocs.yml", *SERVICE.glob("docs*/*.md")]]
SETTINGS = read_settings(SERVICE / "mkdocs.yml")
FUZZ = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))

# Pieces that mean something to Markdown, YAML or HTML, in any order.
MEANT = [
    *(
        "# ",
        "## ",
        "\n",
        "\n\n",
        "- ",
        "    ",
        "1. ",
        "| a | b |\n|---|---|\n",
        "> [!NOTE]\n> ",
        "!!! note\n    ",
        "![",
        "](",
        ")",
        "[",
        "]",
        "{: ",
        " }",
    ),
    *(
        "<",
        ">",
        "</main>",
        "<details>",
        "<!--",
        "-->",
        "<script>",
        "&#106;",
        "&",
        "```",
        "[^1]",
        "\n\n[^1]: ",
        "> ",
        "~~",
        "- [x] ",
        "<http://[>",
        "http://[::1",
        "](#",
    ),
    *('"', "'", ":", "---\n", "title: ", "slug: ", "waive:\n  x: ", "translation: ", "review: ", "[1]: //", "\x00", "\u2028", "\r", "%"),
    *("03069 990 133", "ŵ", "tŷ", "https://www.gov.wales/", "mailto:", "../", "index.md#", "\ud7ff", "{#_content}", "a\n:   b"),
]
PIECES = st.sampled_from(MEANT)
TEXT = st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=30).map("".join)
PAGE = st.one_of(TEXT, TEXT.map("---\ntitle: ".__add__), TEXT.map("---\ntitle: A\ndescription: B\n---\n\n# A\n\n".__add__))
# Each element that a page may hold, with what it may carry besides a name, a language and a title.
SAFE = dict.fromkeys("abbr b blockquote br cite code dd del dl dt em h1 h2 h3 h4 h5 h6 hr i kbd label mark".split(), set())
SAFE |= dict.fromkeys("p pre q s small span strong sub summary table tbody thead tr u ul".split(), set())
SAFE |= {
    "a": {"href", "hreflang", "data-to", "class", "aria-label", "data-pagefind-ignore"},
    "details": {"open"},
    "div": {"class", "role", "tabindex", "aria-label"},
}
SAFE |= {"img": {"alt", "height", "loading", "src", "width"}, "input": {"type", "checked", "disabled"}, "li": {"class"}, "ol": {"start"}}
SAFE |= {"p": {"class"}, "section": {"class"}, "sup": {"class"}, "time": {"datetime"}}
SAFE |= dict.fromkeys(["td", "th"], {"class", "colspan", "rowspan", "scope"})
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
    told(make_sources(SERVICE, SETTINGS, [parse_page(locale, "a.md", text) for locale, text in texts]))


def read_by_a_browser(html: str) -> list[tuple]:
    """Elements that are off the list, with what they carry, when a browser has read a page."""
    found = LexborHTMLParser(f"<body><main>{html}</main>").css("main *")
    return [
        (node.tag, name, value)
        for node in found
        for name, value in [("", ""), *node.attributes.items()]
        if node.tag not in SAFE or name not in SAFE[node.tag] | {"", "id", "lang", "dir", "title"} or name in ("href", "src") and not is_safe(value)
    ]


def is_safe(address: str | None) -> bool:
    """Whether an address is a path, or leads where a reader can follow safely."""
    scheme = re.match(r"[\x00-\x20]*([^/?#:]*):", re.sub(r"[\t\r\n]", "", address or ""))
    return scheme is None or scheme[1].lower() in ("http", "https", "mailto", "tel")


@FUZZ
@given(english=PAGE, welsh=PAGE)
def test_what_the_guard_lets_through_is_on_the_list(english, welsh):
    texts = zip(LOCALES, (english, welsh), strict=True)
    sources = make_sources(SERVICE, SETTINGS, [parse_page(locale, "a.md", text) for locale, text in texts])
    told = {problem.path for problem in check_sources(sources) if problem.check.startswith("markup_not")}
    bodies = {path: body for path, body in page_bodies(sources, "https://example.org/").items() if path not in told}
    assert {path: read_by_a_browser(body) for path, body in bodies.items()} == dict.fromkeys(bodies, [])


@FUZZ
@given(data=st.data())
def test_any_value_in_the_settings(data):
    values = dict(SETTINGS.values)
    top = data.draw(st.sampled_from(["nav", "plugins", "markdown_extensions", "extra", "site_url", "theme"]))
    values[top] = data.draw(VALUE)
    if top == "extra":
        values["extra"] = dict(SETTINGS.values["extra"])
        values["extra"][data.draw(st.sampled_from(sorted(values["extra"])))] = data.draw(VALUE)
    told(make_sources(SERVICE, Settings(values, SETTINGS.document), []))


@FUZZ
@given(data=st.data())
def test_damaged_bytes_of_a_sound_file(data):
    name = data.draw(st.sampled_from(WHOLE))
    whole = (SERVICE / name).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 200)))
    damaged = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    assert told(read_sources(_with(name, damaged)))


@pytest.fixture(scope="module", autouse=True)
def copy(tmp_path_factory):
    """A checkout to be damaged, one file at a time."""
    _with.root = make_service(tmp_path_factory.mktemp("damaged"))


def _with(name: Path, content: bytes) -> Path:
    for path in WHOLE:
        (_with.root / path).write_bytes(content if path == name else (SERVICE / path).read_bytes())
    return _with.root


def damaged_pairs(count: int) -> dict[str, str]:
    """Pages of both languages, each pair with the same pieces put into the same places of it."""
    chance, pages = random.Random(1000), {}
    for number in range(count):
        pieces = chance.choices(MEANT, k=chance.randint(1, 4))
        for locale, words in ((ENGLISH, "A baby sleeps a lot"), (WELSH, "Mae babi yn cysgu llawer")):
            pin = "" if locale is ENGLISH else "translation: PIN\n"
            start = f"---\ntitle: {words} {number}\ndescription: {words}.\n{pin}updated: 2026-11-01\n---\n\n# {words} {number}\n\n"
            pages[f"{locale.folder}/damaged-{number}.md"] = start + "".join(f"{piece}{words}" for piece in pieces) + ".\n"
    return pages


def test_what_the_check_lets_pass_the_build_lets_pass(site):
    for name, text in damaged_pairs(150).items():
        write(site / name, text)
    # A pair that cannot be read has no pin: it goes with those that are told.
    mark_all(site)
    while told := {problem.path for problem in check_sources(read_sources(site))}:
        assert all("/damaged-" in path for path in told), told
        for name in {Path(path).name for path in told}:
            for locale in LOCALES:
                (site / locale.folder / name).unlink(missing_ok=True)
    assert len([*site.glob("docs/damaged-*.md")]) > 15
    build_strictly(site, HANDOUTS="1")


@pytest.mark.parametrize(
    "change",
    [
        ("site_name: &site_name", "site_name: &site_name ["),
        ("nav:\n", "nav: 3\nmenu:\n"),
        ("plugins:\n", "plugins: yes\nadd_ons:\n"),
        ("extra:\n", "extra: none\nmore:\n"),
        ("hooks:\n", "markdown_extensions: [no_such_extension]\nhooks:\n"),
        ("languages:", "languages: all\n      were:"),
        ("site_dir: site", "site_dir: overrides"),
        ("site_dir: site", "site_dir: ."),
    ],
    ids=lambda change: change[0].strip(" -:\n"),
)
def test_a_build_with_damaged_settings_ends_in_a_message(site, change):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    assert change[0] in text
    write(site / "mkdocs.yml", text.replace(*change))
    before = sorted((site / "overrides").rglob("*"))
    result = build(site, "--strict")
    assert sorted((site / "overrides").rglob("*")) == before
    assert (result.returncode != 0, "Traceback" in result.stderr) == (True, False), result.stderr
