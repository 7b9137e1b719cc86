"""The leaflet: one sheet in each language, made of parts of pages that mkdocs.yml names, and one in both."""

from dataclasses import dataclass

from handouts.handout import LAYOUTS, Frame, Handout, Side, about, side
from handouts.nodes import Node
from messages.locales import LOCALES, Locale
from sources.all_sources import Sources
from sources.content import Content
from sources.handouts import FORMS, LEAFLETS, leaflet_address
from sources.leaflet import SIDES, heading_place, in_both, leaflet_entries

# Type shrinks to fit the sheet, and never below the last of these.
_SHEET = {
    "forms": [[12, 1], [11.5, 0.9], [11, 0.85], [10.5, 0.8], [10, 0.75]],
    "small": 1,
    "plain": False,
    "margin": 22,
    "edge": 13,
    "foot": 0,
}
_HEADINGS = [f"h{level}" for level in range(1, 7)]


@dataclass(frozen=True)
class LeafletPart:
    """A page, or the section of it that starts with the heading `index`, as one language has it."""

    content: Content
    index: int | None


def leaflets(frame: Frame) -> list[Handout]:
    """The leaflet of each language in each form, then the one in both; none where mkdocs.yml names no pages for it."""
    sides = {locale: _sides(locale, frame) for locale in LOCALES}
    if not all(each for found in sides.values() for each in found):
        return []
    return [_leaflet(locales, form, sides, frame) for locales in LEAFLETS for form in FORMS]


def _leaflet(locales: tuple[Locale, ...], form: str, sides: dict[Locale, list[list[LeafletPart]]], frame: Frame) -> Handout:
    first = locales[0]
    title = sides[first][0][0].content.page.title
    data = {
        **about(first, title, frame),
        **(LAYOUTS[form] if form else _SHEET),
        "sheet": not form,
        "sides": [_side(parts, name, frame) for locale in locales for name, parts in zip(SIDES, sides[locale], strict=True)],
    }
    made_of = [[part.content for part in parts] for locale in locales for parts in sides[locale]]
    return Handout(made_of, form, leaflet_address(locales, form, frame.sources.settings), data, is_leaflet=True)


def _sides(locale: Locale, frame: Frame) -> list[list[LeafletPart]]:
    return [[_part(entry, locale, frame.sources) for entry in leaflet_entries(frame.sources.settings, name)] for name in SIDES]


def _part(entry: str, locale: Locale, sources: Sources) -> LeafletPart:
    """A part in a language: the counterpart of a heading is the one at the same place."""
    file, mark, anchor = entry.partition("#")
    return LeafletPart(sources.contents[f"{locale.folder}/{file}"], heading_place(anchor, in_both(file, sources.contents)) if mark else None)


def _side(parts: list[LeafletPart], name: str, frame: Frame) -> Side:
    """One side: below its title the parts, the first without its own heading, for which the title stands."""
    first = parts[0].content.page
    home = _sides(first.locale, frame)[0][0].content.page.title
    subtitle = frame.words(first.locale).get("leaflet_front", "") if name == "front" else first.title
    title = {"tag": "h1", "children": [{"tag": "overline", "children": [f"{home}: "]}, subtitle]}
    body = [node for index, part in enumerate(parts) for node in _nodes(part, frame, is_first=index == 0)]
    return side(subtitle, list(dict.fromkeys(part.content for part in parts)), [title, *body], frame)


def _nodes(part: LeafletPart, frame: Frame, is_first: bool) -> list[Node]:
    found = frame.nodes[part.content.page.path]
    if part.index is not None:
        found = _section(found, part.content.sections[part.index].anchor)
    elif not is_first:
        found = [_one_lower(node) for node in found]
    return found[1:] if is_first and _level(found[0]) else found


def _section(found: list[Node], anchor: str) -> list[Node]:
    """A heading and what stands below it, up to the next that is no lower."""
    start = next(i for i, node in enumerate(found) if isinstance(node, dict) and node.get("id") == anchor)
    level = _level(found[start])
    end = next((i for i in range(start + 1, len(found)) if 0 < _level(found[i]) <= level), len(found))
    return found[start:end]


def _level(node: Node) -> int:
    """The level of a heading, 0 of anything else."""
    return _HEADINGS.index(node["tag"]) + 1 if isinstance(node, dict) and node["tag"] in _HEADINGS else 0


def _one_lower(node: Node) -> Node:
    return {**node, "tag": _HEADINGS[min(_level(node), 5)]} if _level(node) else node
