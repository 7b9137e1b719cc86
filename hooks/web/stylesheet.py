"""The one stylesheet that all pages carry: of its rules those alone that some page uses.

A page then paints without waiting for a second file. The rules are chosen by
the names in what pages say and in the templates, so whatever a page uses is styled.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Any

import lightningcss
import tinycss2

# The oldest browsers that the stylesheet is written for.
_BROWSERS = ["chrome >= 90", "safari >= 13", "ios_saf >= 13", "firefox >= 90"]
_TAG = re.compile(r"<([a-z][a-z0-9-]*)([^>]*>)")
_CLASS = re.compile(r'\bclass="([^"]*)"')
_ATTRIBUTE = re.compile(r"\s([a-z][a-z-]*)(?=[=\s>])")


@dataclass(frozen=True)
class Names:
    """The elements, classes and attributes that pages hold."""

    tags: frozenset[str]
    classes: frozenset[str]
    attributes: frozenset[str]


def names_in(templates: Iterable[str], bodies: Iterable[str], own: Set[str]) -> Names:
    """The names in templates and in what pages say; of the classes of pages those alone that are the site's `own`.

    So no other class that comes into a page's text can call up a rule that hides, covers or moves.
    """
    page = _names_in(bodies)
    frame = _names_in(templates)
    return Names(frame.tags | page.tags, frame.classes | page.classes & own, frame.attributes | page.attributes)


def _names_in(texts: Iterable[str]) -> Names:
    tags, classes, attributes = {"html", "body"}, set(), set()
    # Most elements stand in many pages: each way to write one is looked at once.
    elements: set[tuple[str, str]] = set()
    for html in texts:
        elements.update(_TAG.findall(html))
    for tag, rest in elements:
        tags.add(tag)
        attributes.update(_ATTRIBUTE.findall(rest))
        classes.update(*map(str.split, _CLASS.findall(rest)))
    return Names(*map(frozenset, (tags, classes, attributes)))


@functools.lru_cache(maxsize=1)  # An edit seldom brings names that no page had before.
def used_rules(css: str, names: Names) -> str:
    """A stylesheet without the rules that no page needs, and without the variables that no rule left uses."""
    rules = list(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), names))
    read = set(re.findall(r"var\(\s*(--[\w-]+)", tinycss2.serialize(rules)))
    return lightningcss.process_stylesheet(tinycss2.serialize(_without_unread(rules, read)), browsers_list=_BROWSERS)


def _kept(rules: list[Any], names: Names) -> Iterator[Any]:
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [part for part in _split(rule.prelude) if _may_match(part, names)]
            if selectors:
                rule.prelude = _joined(selectors)
                yield rule
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = list(_kept(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True), names))
            if inner:
                rule.content = inner
                yield rule
        elif rule.type == "at-rule":
            yield rule


def _split(prelude: list[Any]) -> list[list[Any]]:
    """The selectors between the commas."""
    parts = [[]]
    for token in prelude:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _joined(selectors: list[list[Any]]) -> list[Any]:
    comma = tinycss2.parse_component_value_list(",")
    return [token for selector in selectors for token in [*selector, *comma]][:-1]


def _may_match(selector: list[Any], names: Names) -> bool:
    """Whether all names of a selector are there; a state such as :hover may always come."""
    before = None
    for token in selector:
        if token.type == "ident":
            known = names.classes if before == "." else names.tags
            if before != ":" and token.value not in known:
                return False
        elif token.type == "hash":
            return False
        elif token.type == "[] block":
            name = next((part.value for part in token.content if part.type == "ident"), "")
            # A heading of a page may have any id.
            if name == "id" or name not in names.attributes:
                return False
        before = token.value if token.type == "literal" else None
    return True


def _without_unread(rules: list[Any], read: set[str]) -> Iterator[Any]:
    """The rules without variables of a name that none of `read` has."""
    for rule in rules:
        if rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            rule.content = list(_without_unread(rule.content, read))
            if rule.content:
                yield rule
            continue
        if rule.type == "qualified-rule" and "--" in tinycss2.serialize(rule.content):
            declarations = tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True)
            left = [each for each in declarations if each.type != "declaration" or not each.name.startswith("--") or each.name in read]
            if not left:
                continue
            if len(left) < len(declarations):
                rule.content = [token for each in left for token in tinycss2.parse_component_value_list(each.serialize() + ";")]
        yield rule
