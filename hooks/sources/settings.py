"""The parts of mkdocs.yml that the rules need, with the line of each."""

import datetime
import errno
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from messages.locales import LOCALES, Locale
from messages.message import Wording
from sources.files import Unreadable, conflict_left
from sources.quotation import first_not_closed
from welsh.terms import Glossary, Term

PATH = "mkdocs.yml"
# A tab in front, or no space behind a -.
_SLIP = re.compile(r" *\t|\s*-[^\s\-]")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Reads mkdocs.yml as data: tags such as !ENV or !!python/name stand for themselves."""


_Loader.add_multi_constructor("", lambda loader, suffix, node: getattr(node, "value", None))


@dataclass(frozen=True)
class Settings:
    """The values of mkdocs.yml and the document they were read from.

    `unreadable` says why there are none.
    """

    values: dict[str, Any]
    document: yaml.Node | None = None
    unreadable: Unreadable | None = None

    def get(self, *keys: str | int) -> Any:
        """The value below `keys`, names and places in lists, or None where there is none."""
        value: Any = self.values
        for key in keys:
            if isinstance(key, int):
                value = value[key] if isinstance(value, list) and key < len(value) else None
            else:
                value = value.get(key) if isinstance(value, dict) else None
        return value

    @cached_property
    def words(self) -> dict[Locale, dict[str, str]]:
        """Every word of the interface in each language, by its key."""
        words = self.get("extra", "interface")
        entries = words.items() if isinstance(words, dict) else ()
        return {locale: {str(key): in_locale(value, locale) for key, value in entries} for locale in LOCALES}

    @property
    def languages(self) -> list[dict[str, Any]]:
        """The settings of each language below the plugin i18n."""
        plugins = self.get("plugins")
        entries = [plugin.get("i18n") for plugin in (plugins if isinstance(plugins, list) else []) if isinstance(plugin, dict)]
        lists = [entry.get("languages") for entry in entries if isinstance(entry, dict)]
        return [language for each in lists if isinstance(each, list) for language in each if isinstance(language, dict)]

    @property
    def names(self) -> list[str]:
        """The names that stand in the pages of both languages as they are."""
        names = self.get("extra", "names")
        return [str(name) for name in names] if isinstance(names, list) else []

    @property
    def welsh_words(self) -> frozenset[str]:
        """The radicals of Welsh words that the dictionary lacks and for which a reason is given."""
        return self._explained("welsh_words")

    @property
    def english_words(self) -> frozenset[str]:
        """The English words that are no slips here, and for which a reason is given."""
        return self._explained("english_words")

    def _explained(self, key: str) -> frozenset[str]:
        words = self.get("extra", key)
        return frozenset(str(word).lower() for word, reason in words.items() if reason) if isinstance(words, dict) else frozenset()

    @cached_property
    def glossary(self) -> Glossary:
        """The terms of the field, each with all its forms in both languages."""
        rows = self.get("extra", "glossary")
        named = ((str(english), str(welsh)) for english, welsh in (rows.items() if isinstance(rows, dict) else []) if welsh)
        return tuple(Term(*(tuple(each.strip() for each in forms.split(" / ")) for forms in row)) for row in named)

    @cached_property
    def house_style(self) -> dict[Locale, dict[str, tuple[str, ...]]]:
        """The words that the service does not use in each language, in small letters, and what it writes in their place."""
        listed = {locale: self.get("extra", "house_style", locale.code) for locale in LOCALES}
        return {
            locale: {
                form.strip().lower(): tuple(each.strip() for each in str(instead).split(" / "))
                for forms, instead in (rows.items() if isinstance(rows, dict) else [])
                if instead
                for form in str(forms).split(" / ")
            }
            for locale, rows in listed.items()
        }

    @property
    def language_addresses(self) -> list[dict[str, str]]:
        """Websites with one address in each language, by the language's code."""
        entries = self.get("extra", "language_addresses")
        return [
            {locale.code: str(entry[locale.code]) for locale in LOCALES}
            for entry in (entries if isinstance(entries, list) else [])
            if isinstance(entry, dict) and all(entry.get(locale.code) for locale in LOCALES)
        ]

    @property
    def downloads(self) -> dict[str, str]:
        """The Welsh name of each download that has one of its own, by the English one."""
        entries = self.get("extra", "downloads")
        return {str(english): str(welsh) for english, welsh in entries.items()} if isinstance(entries, dict) else {}

    @property
    def first_published(self) -> datetime.date | None:
        """The day on which the site went public, where mkdocs.yml names one."""
        day = self.get("extra", "first_published")
        return day if type(day) is datetime.date else None

    @property
    def shown(self) -> Iterator[tuple[int, str]]:
        """The words of mkdocs.yml that stand on pages, each with its line: names, the menu, the interface."""
        below: list[tuple[str | int, ...]] = [("site_name",), ("nav",), ("plugins",), ("extra", "contact", "name"), ("extra", "contact", "more")]
        leaflets = self.get("extra", "leaflets")
        below += [("extra", "leaflets", number, "title") for number in range(len(leaflets) if isinstance(leaflets, list) else 0)]
        below.append(("extra", "interface"))
        for scalar in (scalar for keys in below for scalar in _scalars(self._node(*keys))):
            yield scalar.start_mark.line + 1, scalar.value

    def lines_with_tag(self, tag: str) -> list[int]:
        """The lines of the document on which a value carries a tag, such as !ENV."""
        nodes, found = [self.document], []
        while nodes:
            node = nodes.pop()
            if isinstance(node, yaml.MappingNode):
                nodes += [each for pair in node.value for each in pair]
            elif isinstance(node, yaml.SequenceNode):
                nodes += node.value
            if node is not None and node.tag == tag:
                found.append(node.start_mark.line + 1)
        return found

    def _node(self, *keys: str | int) -> yaml.Node | None:
        """The entry below `keys` in the document."""
        node = self.document
        for key in keys:
            if isinstance(key, int):
                node = node.value[key] if isinstance(node, yaml.SequenceNode) and key < len(node.value) else None
                continue
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            node = next((value for name, value in pairs if name.value == key), None)
        return node

    def lines_of(self, *keys: str) -> list[int]:
        """The line on which each entry of the list below `keys` starts."""
        node = self._node(*keys)
        return [each.start_mark.line + 1 for each in node.value] if isinstance(node, yaml.SequenceNode) else []

    def line(self, *keys: str | int, value: str | None = None) -> int:
        """The line of the entry below `keys`, names and places in lists, or of the nearest entry above it that is there.

        With `value`, the line within that entry on which the value stands.
        """
        line, node = 1, self.document
        for key in keys:
            if isinstance(key, int):
                listed = node.value if isinstance(node, yaml.SequenceNode) else []
                if key >= len(listed):
                    return line
                line, node = listed[key].start_mark.line + 1, listed[key]
                continue
            pairs = node.value if isinstance(node, yaml.MappingNode) else []
            found = next((pair for pair in pairs if pair[0].value == key), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        return next((scalar.start_mark.line + 1 for scalar in _scalars(node) if scalar.value == value), line)


def _scalars(node: yaml.Node | tuple | None) -> Iterator[yaml.ScalarNode]:
    """Every single value in a part of the document."""
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif node is not None:
        for part in node if isinstance(node, tuple) else node.value:
            yield from _scalars(part)


def read_settings(path: Path) -> Settings:
    """Read mkdocs.yml."""
    try:
        if path.exists() and not path.is_file():
            raise FileExistsError(errno.EISDIR, os.strerror(errno.EISDIR))  # A pipe would never end.
        return parse_settings(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return Settings({}, None, Unreadable("settings_unreadable"))
    except OSError as error:
        return Settings({}, None, Unreadable("settings_unreadable", words=error.strerror or ""))


def parse_settings(text: str) -> Settings:
    """The settings that a file with this text holds."""
    try:
        if unreadable := conflict_left(text):
            return Settings({}, None, unreadable)
        values = yaml.load(text, _Loader)
        if not isinstance(values, dict):
            raise yaml.YAMLError
        document = yaml.compose(text, _Loader)
        return Settings({}, None, _copy_in(text)) if _holds_copies(document) else Settings(values, document)
    except yaml.YAMLError as error:
        mark, lines = getattr(error, "problem_mark", None), text.splitlines()
        gave_up = mark.line if mark else 0
        return Settings({}, None, _slip_near(lines, gave_up) or Unreadable("settings_unreadable", gave_up + 1))


def _holds_copies(document: yaml.Node) -> bool:
    """Whether a list or a group of lines stands in two places by a sign *: such copies may hold copies, or themselves, without end."""
    nodes, seen = [document], set()
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.ScalarNode):
            continue
        if id(node) in seen:
            return True
        seen.add(id(node))
        nodes += [part for each in node.value for part in (each if isinstance(each, tuple) else (each,))]
    return False


def _copy_in(text: str) -> Unreadable:
    """The first line on which a sign * stands for more than a word or a sentence."""
    groups, lines = set(), text.splitlines()
    for event in yaml.parse(text, _Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            groups.add(event.anchor)
        elif isinstance(event, yaml.AliasEvent) and event.anchor in groups:
            break
    return Unreadable("settings_line_astray", event.start_mark.line + 1, f"\n{lines[event.start_mark.line]}")


def _slip_near(lines: list[str], index: int) -> Unreadable | None:
    """The line at fault, where it is one of the usual slips: YAML gives up on that line, or on the next that says something."""
    if (quoted := first_not_closed(lines, index)) is not None:
        return Unreadable("settings_line_astray", quoted + 1, f"{lines[quoted - 1] if quoted else ''}\n{lines[quoted]}")
    before = (number for number in range(min(index, len(lines)) - 1, -1, -1) if lines[number].strip(" ").partition("#")[0])
    for number in (index, next(before, 0)):
        line = lines[number] if number < len(lines) else ""
        above = lines[number - 1] if number else ""
        if _SLIP.match(line) or line.startswith("- ") and above[:1] == " " or line[:1] == " " and above.rstrip().endswith(("[]", "{}")):
            return Unreadable("settings_line_astray", number + 1, f"{above}\n{line}")
    return None


def in_locale(value: Any, locale: Locale) -> str:
    """A setting in one language: the shared value, or its line for that language.

    Anything that is not text counts as missing: YAML reads an unquoted
    0300 0133 133 as a number, and as the wrong one.
    """
    if isinstance(value, dict):
        value = value.get(locale.code)
    return value.strip() if isinstance(value, str) else ""


def questions(settings: Settings) -> list[tuple[str, Wording]]:
    """What the owner has yet to confirm: each item and its question."""
    entries = settings.get("extra", "to_confirm")
    return [
        (str(entry.get("item", "")), _asked(entry.get("question"))) if isinstance(entry, dict) else (str(entry), _asked(""))
        for entry in (entries if isinstance(entries, list) else [entries] if entries else [])
    ]


def _asked(question: Any) -> Wording:
    """A question in each language, in the other where it is written in one alone."""
    asked = {locale.code: in_locale(question, locale) for locale in LOCALES}
    return Wording({code: text or next(filter(None, asked.values()), "") for code, text in asked.items()})
