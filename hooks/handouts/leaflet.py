"""Leaflets: each one sheet in each language, made of parts of pages that mkdocs.yml names, and one in both."""

from dataclasses import dataclass

from handouts.handout import LAYOUTS, Frame, Handout, Side, about, side
from handouts.nodes import Node, Tag
from messages.locales import LOCALES, Locale
from sources.all_sources import Sources
from sources.content import Content
from sources.handouts import FORMS, LEAFLETS, leaflet_address
from sources.leaflet import Leaflet, heading_place, in_both, leaflets_in

# Type shrinks to fit the sheet, and never below the last of these; lines open to fill it.
_SHEET = {
    "forms": [[size, open] for size in (12, 11.5, 11, 10.5, 10) for open in (1.3, 1.15, 1, 0.9, 0.8, 0.7)],
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
    """Each leaflet of each language in each form, and then the one in both."""
    return [
        _made(leaflet, locales, form, sides, frame)
        for leaflet in leaflets_in(frame.sources.settings)
        for sides in [{locale: _sides(leaflet, locale, frame.sources) for locale in LOCALES}]
        for locales in LEAFLETS
        for form in FORMS
    ]


def _made(leaflet: Leaflet, locales: tuple[Locale, ...], form: str, sides: dict[Locale, list[list[LeafletPart]]], frame: Frame) -> Handout:
    first = locales[0]
    laid = [_side(index, leaflet.titles[locale], sides[locale], not form, frame) for locale in locales for index in range(len(leaflet.sides))]
    for each in laid if len(locales) > 1 else []:
        each["addresses"] = each["addresses"][:1]  # What is in both languages does not lead to the other.
    data = {
        **about(first, leaflet.titles[first], frame),
        **(LAYOUTS[form] if form else _SHEET),
        "sheet": not form,
        "sides": laid,
    }
    made_of = [[part.content for part in parts] for locale in locales for parts in sides[locale]]
    return Handout(made_of, form, leaflet_address(leaflet, locales, form, frame.sources.settings), data, leaflet)


def _sides(leaflet: Leaflet, locale: Locale, sources: Sources) -> list[list[LeafletPart]]:
    return [[_part(entry, locale, sources) for entry in entries] for entries in leaflet.sides.values()]


def _part(entry: str, locale: Locale, sources: Sources) -> LeafletPart:
    """A part in a language: the counterpart of a heading is the one at the same place."""
    file, _, anchor = entry.partition("#")
    return LeafletPart(sources.contents[f"{locale.folder}/{file}"], heading_place(anchor, in_both(file, sources.contents)))


def _side(index: int, title: str, sides: list[list[LeafletPart]], is_sheet: bool, frame: Frame) -> Side:
    """One side: below its title, the front's that of the leaflet, the parts, the first without its own heading, for which the title stands."""
    parts, home = sides[index], sides[0][0].content.page
    words = frame.words(home.locale)
    subtitle = parts[0].content.page.title if index else title
    heading = {"tag": "h1", "children": [{"tag": "overline", "children": [f"{words.get('site_name', '')}: "]}, subtitle]}
    body = [node for place, part in enumerate(parts) for node in _nodes(part, frame, is_first=place == 0)]
    overleaf = words.get("overleaf", "")
    others = {frame.address(part.content.page): f", {overleaf}" if is_sheet else "" for side in sides for part in side}
    shown = others | {frame.address(part.content.page): "" for part in parts}
    return side(subtitle, home, list(dict.fromkeys(part.content for part in parts)), [heading, *_leading(body, shown)], frame)


def _leading(nodes: list[Node], shown: dict[str, str]) -> list[Node]:
    """Nodes whose links to pages that stand in the leaflet say where in it, `shown` by the address of the page, and not on the web."""
    return [_leading_node(node, shown) if isinstance(node, dict) else node for node in nodes]


def _leading_node(node: Tag, shown: dict[str, str]) -> Tag:
    found: Tag = {**node, "children": _leading(node["children"], shown)}
    for key in ("head", "rows"):
        if key in node:
            found[key] = [[{**cell, "children": _leading(cell["children"], shown)} for cell in row] for row in node[key]]
    address = node.get("href", "").partition("#")[0]
    return {**found, "shown": shown[address]} if "shown" in node and address in shown else found


def _nodes(part: LeafletPart, frame: Frame, is_first: bool) -> list[Node]:
    found = frame.nodes(part.content)
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
