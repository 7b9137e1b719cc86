"""Whether mkdocs.yml says what the site needs to know."""

import re
from pathlib import Path
from typing import Any

import yaml

from guard.keys import key_twice, key_unknown
from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.leaflet import FIRST, asked_leaflets
from sources.markdown import ALERTS
from sources.settings import PATH, Settings, questions

# The names that the site knows, by the entry below which they stand.
_KNOWN = {
    (): (
        *("site_name", "site_url", "repo_url", "edit_uri", "docs_dir", "site_dir", "use_directory_urls", "nav", "extra"),
        *("plugins", "theme", "hooks", "validation", "watch"),
    ),
    ("extra",): (
        *("contact", "other_contacts", "names", "welsh_words", "glossary", "language_addresses", "logo", "page_list", "handout_list", "change_list"),
        *("downloads", "footer_pages", "kept_pages", "leaflet", "leaflets", "first_published", "publish_drafts", "to_confirm", "interface"),
        *("english_words", "house_style"),
    ),
    ("extra", "contact"): ("name", "telephone", "email", "website", "more"),
    ("extra", "leaflet"): ("front", "back"),
    ("extra", "house_style"): tuple(locale.code for locale in LOCALES),
}
_KNOWN_OF_A_LEAFLET = ("title", "front", "back")
# What MkDocs knows besides, and the site has no use for.
_KNOWN_TO_MKDOCS = frozenset(
    "INHERIT markdown_extensions site_description site_author copyright dev_addr repo_name edit_uri_template exclude_docs draft_docs not_in_nav extra_css "
    "extra_javascript extra_templates mdx_configs strict remote_branch remote_name".split()
)
# What has to be as it is, if it is there: the guard looks nowhere else, and a build empties the second of these first.
_FIXED = {"docs_dir": "docs", "site_dir": "site", "use_directory_urls": True}
# What each build stands on, and what it has to say at least.
_NEEDED: dict[str, Any] = {
    "theme": {"name": "material", "custom_dir": "overrides", "static_templates": ["offline.html"]},
    "hooks": ["hooks/bilingual.py"],
    "plugins": [
        {
            "i18n": {
                "docs_structure": "suffix",
                "fallback_to_default": False,
                "languages": [{"locale": "en", "name": "English", "default": True}, {"locale": "cy", "name": "Cymraeg"}],
            }
        }
    ],
    "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}, "nav": {"not_found": "ignore", "omitted_files": "ignore"}},
}
# What the text of a page may need, on the site and on paper.
WORDS_OF_PAGES = {"contents", "you_are_here", "table", "footnote_back", "ticked", "not_ticked", *(f"alert_{kind}" for kind in ALERTS)}
_WORD_IN_TEMPLATE = re.compile(r"\b(?:text|words(?:\[[^\]]*\]|\.\w+))\.(\w+)")


def words_in_templates(root: Path) -> set[str]:
    """The keys of the interface words that the templates below a repository root, and the worker, print."""
    paths = [*(root / "overrides").rglob("*.html"), *(root / "overrides").glob("worker.js")]
    templates = (path.read_text(encoding="utf-8") for path in paths)
    return {key for template in templates for key in _WORD_IN_TEMPLATE.findall(template)}


def setting_twice(settings: Settings) -> list[Problem]:
    """Entries that stand in one place of mkdocs.yml a second time, such as an old telephone number below the new one."""
    problems, seen, nodes = [], set(), [settings.document]
    while nodes:
        node = nodes.pop()
        if node is None or isinstance(node, yaml.ScalarNode) or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            nodes += node.value
            continue
        names = set()
        for key, value in node.value:
            name = str(key.value)
            if name in names:
                problems.append(key_twice(PATH, key.start_mark.line + 1, name))
            names.add(name)
            nodes.append(value)
    return problems


def setting_useless(settings: Settings) -> list[Problem]:
    """What mkdocs.yml said of Python-Markdown, in which pages of MkDocs are written elsewhere."""
    message = Message("This has no effect: pages are written in GitHub Flavored Markdown, as GitHub's preview shows it.")
    fix = Message('take it out; the titles of notes stand below "interface:" as alert_note and so on.')
    lines = [settings.line("markdown_extensions")] if settings.get("markdown_extensions") is not None else []
    if any("admonition_translations" in language for language in settings.languages):
        lines.append(settings.line("plugins", value="admonition_translations"))
    return [Problem(PATH, line, "setting_useless", message, fix) for line in lines]


def setting_fixed(settings: Settings) -> list[Problem]:
    """Entries that would make a build read or write somewhere else than the guard looks."""
    told = []
    for name, value in _FIXED.items():
        if settings.get(name) not in (None, value):
            value = str(value).lower() if isinstance(value, bool) else value
            message = Message(
                '"{name}:" has to be "{value}": the addresses of pages, or the folders that a build fills, hang on it.', name=name, value=value
            )
            told.append((settings.line(name), message, Message('write "{name}: {value}".', name=name, value=value)))
    for name, needed in _NEEDED.items():
        if not _holds(settings.get(name), needed):
            message = Message('"{name}:" lacks something that each build needs.', name=name)
            entry = yaml.safe_dump({name: needed}, default_flow_style=True, sort_keys=False, width=1000).strip("{}\n")
            told.append((settings.line(name), message, Message("have it say this at least: {entry}", entry=entry)))
    if settings.get("INHERIT") is not None:
        message = Message("The guard reads no other file of settings.")
        told.append((settings.line("INHERIT"), message, Message("take the line out, and write the settings themselves here.")))
    for line in settings.lines_with_tag("!ENV"):
        told.append((line, Message("The guard cannot read what !ENV stands for."), Message("write the value itself.")))
    return [Problem(PATH, line, "setting_fixed", message, fix) for line, message, fix in told]


def _holds(value: Any, needed: Any) -> bool:
    """Whether a setting says all that is needed, and perhaps more."""
    if isinstance(needed, dict):
        return isinstance(value, dict) and all(_holds(value.get(key), below) for key, below in needed.items())
    if isinstance(needed, list):
        return isinstance(value, list) and all(any(_holds(each, entry) for each in value) for entry in needed)
    return value == needed and type(value) is type(needed)


def first_published_unclear(settings: Settings) -> list[Problem]:
    """A line `first_published` that names no day, so that nothing would follow from it."""
    value = settings.get("extra", "first_published")
    if value is None or settings.first_published:
        return []
    message = Message('"first_published: {words}" is not a day of the calendar.', words=value)
    fix = Message('write the day on which the site went public, as in "first_published: {day}".', day="2026-12-01")
    return [Problem(PATH, settings.line("extra", "first_published"), "first_published_unclear", message, fix)]


def setting_unknown(settings: Settings) -> list[Problem]:
    """Names in mkdocs.yml that mean nothing where they stand: a misspelt to_confirm would ask for nothing, and say nothing."""
    problems = []
    of_leaflets = {leaflet.place: _KNOWN_OF_A_LEAFLET for leaflet in asked_leaflets(settings) if leaflet.place != FIRST}
    for keys, known in {**_KNOWN, **of_leaflets}.items():
        values = settings.get(*keys)
        for name in map(str, values if isinstance(values, dict) else []):
            if name not in known and not (keys == () and name in _KNOWN_TO_MKDOCS):
                problems.append(key_unknown(PATH, settings.line(*keys, name), "setting_unknown", name, known, taken=values))
    return problems


def interface_word_missing(settings: Settings, used: set[str]) -> list[Problem]:
    """Words of the interface, listed in mkdocs.yml or `used` by a template, that one language lacks or both do."""
    if not settings.get("extra", "interface"):
        message = Message("The words of the interface are not there.")
        fix = Message('put the entry "interface:" and all below it back.')
        return [Problem(PATH, settings.line("extra", "interface"), "interface_word_missing", message, fix)]
    problems = []
    for key in sorted(used.union(*settings.words.values())):
        missing = [locale for locale in LOCALES if not settings.words[locale].get(key)]
        for locale in missing[:1]:
            message = Message('The interface word "{key}" has no {language}.', key=key, language=locale.language)
            fix = Message('add a line "{code}:" with the {language} below "{key}:".', code=locale.code, language=locale.language, key=key)
            if len(missing) > 1:
                message = Message('The interface word "{key}" is in neither language.', key=key)
                fix = Message('write "{key}:" below "interface:", and below it a line "en:" and a line "cy:" with the words.', key=key)
            line = settings.line("extra", "interface", key, locale.code)
            problems.append(Problem(PATH, line, "interface_word_missing", message, fix))
    return problems


def to_confirm(settings: Settings) -> list[Problem]:
    """What stops a site from being published until its owner has settled it."""
    return [
        Problem(
            PATH,
            settings.line("extra", "to_confirm", value=item),
            "to_confirm",
            Message("{item}: {question}", item=item, question=question),
            Message('settle it with the owner of the service, then take "{item}" out of "to_confirm".', item=item),
        )
        for item, question in questions(settings)
    ]
