"""What each page says, as it is published: its links lead to addresses, its notes speak its language.

The guard and the site share one tree of each page, so that what was checked is what readers get.
"""

from collections.abc import Callable, Mapping
from functools import partial
from urllib.parse import quote, urljoin

from messages.locales import LOCALES, other
from sources.all_sources import Sources
from sources.content import Content, are_cards
from sources.links import locale_of, published_at, target_name
from sources.markdown import ALERTS
from sources.memory import key_of
from sources.pages import Page
from sources.pictures import size_of
from sources.sections import Sections, list_of, way_to
from sources.tree import BLOCKS, Node, Text, html_of, walk

# A page with fewer sections needs no list of them.
_FEWEST_LISTED = 4
# The classes that this site itself gives to a page's text; the stylesheet has rules for these, and for no other that a page may hold.
CLASSES = {
    *("admonition", "admonition-title", "problem", *ALERTS),
    *("align-center", "align-left", "align-right", "card", "contents", "here", "footnote", "footnote-back", "footnotes", "table-scroll", "task"),
}


def page_bodies(sources: Sources, site_url: str) -> dict[str, str]:
    """The HTML of each page's own text, by the path of its file; "" for one that cannot be read."""
    body = body_question(sources, site_url)
    return dict.fromkeys(sources.addresses, "") | {path: body(content) for path, content in sources.contents.items()}


def body_question(sources: Sources, site_url: str) -> Callable[[Content], str]:
    """What gives the HTML of a page's own text."""
    settings = sources.settings
    said = key_of(site_url, settings.get("site_url"), settings.language_addresses, [settings.words[locale] for locale in LOCALES])
    sections = Sections(sources)

    def body(content: Content) -> str:
        locale, path = content.page.locale, content.page.path
        sizes = {name: size for name in content.targets if (size := size_of(sources.root / locale.folder / name))}
        above, below = sections.above(content.page), [each.page for each in sections.listed(content.page)]
        shown = [(each.title, each.name, each.front_matter.get("description")) for each in below]
        leads = [sources.addresses.get(f"{locale.folder}/{name}") for _, name, *_ in [*above, *shown]]
        make = partial(_body, content, sources, site_url, sizes, above, below)
        return content.known("bodies", make, sources.around[path], said, sizes, above, shown, leads)

    return body


def _body(
    content: Content,
    sources: Sources,
    site_url: str,
    sizes: Mapping[str, tuple[int, int]],
    above: list[tuple[str, str]],
    below: list[Page],
) -> str:
    published = _Published(content, sources, site_url, sizes)
    parts = published.with_contents(content.tree.root.children)
    return html_of([*published.trail(above), *published.with_section(parts, below)], published.shown)


class _Published:
    """How the elements of one page are shown on the site; `sizes` are those of its pictures, by their names."""

    def __init__(self, content: Content, sources: Sources, site_url: str, sizes: Mapping[str, tuple[int, int]]):
        self.content, self.sources, self.sizes = content, sources, sizes
        self.place = urljoin(site_url, sources.addresses[content.page.path])
        self.words = sources.settings.words[content.page.locale]
        self.shown = {"a": self.link, "img": self.picture, "div": self.note, "table": self.table, "td": self.cell, "th": self.cell, "li": self.point}
        self.shown |= {"h2": self.heading, "h3": self.heading}
        if content.page.front_matter.get("cards") is True:
            self.shown["ul"] = self.cards

    def with_contents(self, nodes: list[Node | Text]) -> list[Node | Text]:
        """A page's parts; where its sections are many, a list of them stands before the first."""
        places = [place for place, node in enumerate(nodes) if isinstance(node, Node) and node.tag == "h2" and "id" in node.attributes]
        if len(places) < _FEWEST_LISTED:
            return nodes
        label = self.words.get("contents", "")
        links = [Node("a", {"href": f"#{nodes[place].attributes['id']}"}, _unlinked(nodes[place])) for place in places]
        points = [Node("ol", {}, [Node("li", {}, [link]) for link in links])]
        listed = Node("nav", {"class": "contents", "aria-label": label, "data-pagefind-ignore": ""}, [Node("p", {}, [Text(label)]), *points])
        return [*nodes[: places[0]], listed, *nodes[places[0] :]]

    def trail(self, above: list[tuple[str, str]]) -> list[Node | Text]:
        """Where the page is: links to the sections around it, on one line above the title."""
        if not above:
            return []
        links = [Node("a", {"href": way_to(name, self.content.page)}, [Text(title)]) for title, name in above]
        parts = [part for link in links for part in (link, Text(" › "))][:-1]
        return [Node("nav", {"class": "here", "aria-label": self.words.get("you_are_here", ""), "data-pagefind-ignore": ""}, parts)]

    def with_section(self, nodes: list[Node | Text], below: list[Page]) -> list[Node | Text]:
        """A page's parts, and below them, above any footnotes, the list of the pages of its section."""
        if not below:
            return nodes
        notes = [node for node in nodes if isinstance(node, Node) and node.attributes.get("class") == "footnotes"]
        return [*(node for node in nodes if node not in notes), list_of(below, self.content.page), *notes]

    def heading(self, node: Node) -> Node:
        """A heading that is a link to itself, so that the address of its section can be copied."""
        anchor = node.attributes.get("id")
        if anchor is None or any(isinstance(each, Node) and each.tag == "a" for each in walk(node)):
            return node
        return Node(node.tag, node.attributes, [Node("a", {"href": f"#{anchor}"}, node.children)])

    def link(self, node: Node) -> Node:
        """A link with the address it leads to, for the printed page too, and with the language that this is in if it is the other."""
        page, target = self.content.page, node.attributes.get("href", "")
        attributes = {**node.attributes, "href": self.address(target)}
        whole = urljoin(self.place, attributes["href"])
        scheme, _, rest = whole.partition("://")
        if scheme in ("http", "https") and not target.startswith("#"):
            attributes = {"data-to": rest, **attributes}
        if locale_of(target, self.sources.settings) is other(page.locale):
            attributes.setdefault("hreflang", other(page.locale).code)
        if node.attributes.get("class") == "footnote-back":
            attributes["aria-label"] = self.words.get("footnote_back", "")
        if target.startswith(("#fn-", "#fnref-")):
            attributes["data-pagefind-ignore"] = ""
        return Node("a", attributes, node.children)

    def picture(self, node: Node) -> Node:
        """A picture with its size, so that nothing moves when it comes. None waits until it is near: a browser may print before it comes."""
        target = node.attributes.get("src", "")
        attributes = {**node.attributes, "src": self.address(target), "decoding": "async"}
        if size := self.sizes.get(target_name(target, self.content.page) or ""):
            attributes |= _scaled(node.attributes, *size)
        return Node("img", attributes)

    def address(self, target: str) -> str:
        """Where a link or picture leads, from the page's own address."""
        page, addresses = self.content.page, self.sources.addresses
        place = published_at(target, page, self.sources.contents, addresses)
        if place is not None:
            target = "#" + place.partition("#")[2] if target.startswith("#") else _relative(place, addresses[page.path])
        # As browsers ask for it: a space, or a letter of no address, by its number.
        return quote(target, safe="!#$%&'()*+,-./:;=?@_~")

    def note(self, node: Node) -> Node:
        """A note with the title of its kind in the page's language."""
        kind = node.attributes.get("class", "").removeprefix("admonition ")
        title = Node("p", {"class": "admonition-title"}, [Text(self.words.get(f"alert_{kind}", ""))])
        return Node("div", node.attributes, [title, *node.children]) if kind else node

    def table(self, node: Node) -> Node:
        """A table that scrolls sideways on its own, by keyboard too; a label names it to a screen reader."""
        around = {"class": "table-scroll", "role": "group", "tabindex": "0", "aria-label": self.words.get("table", "")}
        return Node("div", around, [node])

    def cell(self, node: Node) -> Node:
        """A cell aligned by a class: a strict policy refuses a style."""
        align = {"class": f"align-{node.attributes['align']}"} if "align" in node.attributes else {}
        return Node(node.tag, {name: value for name, value in {**node.attributes, **align}.items() if name != "align"}, node.children)

    def point(self, node: Node) -> Node:
        """A point; one that is a task has a box, and its words say what that is for."""
        if _has_box(node):
            end = next((i for i, child in enumerate(node.children) if isinstance(child, Node) and child.tag in BLOCKS), len(node.children))
            shown = [Node("label", {}, node.children[:end]), *node.children[end:]]
        elif node.children and isinstance(node.children[0], Node) and _has_box(node.children[0]):
            shown = [Node("p", {}, [Node("label", {}, node.children[0].children)]), *node.children[1:]]
        else:
            return node
        return Node("li", {**node.attributes, "class": "task"}, shown)

    def cards(self, node: Node) -> Node:
        """A list whose points each start with a link, as cards: the link is the card's title, on a line of its own."""
        points = [child for child in node.children if isinstance(child, Node)]
        return Node("ul", node.attributes, [Node("li", {"class": "card"}, _titled(point.children)) for point in points]) if are_cards(node) else node


def _scaled(asked: Mapping[str, str], width: int, height: int) -> dict[str, str]:
    """The width and height of a picture, in its own proportion to one that its editor asked for."""
    said = {name: int(value) for name in ("width", "height") if (value := asked.get(name, "")).isdecimal()}
    wide = said.get("width") or said.get("height", height) * width / height
    return {"width": str(round(wide)), "height": str(said.get("height") or round(wide * height / width))}


def _titled(children: list[Node | Text]) -> list[Node | Text]:
    """What stands in a card, its title apart: the colon or dash between the two is not needed there."""
    title, *rest = children
    if not rest or not isinstance(rest[0], Text):
        return children
    words = rest[0].text.lstrip(" :–—-\n")
    return [title, Node("br", {}, []), Text(words[:1].upper() + words[1:], rest[0].at), *rest[1:]] if words else children


def _unlinked(node: Node) -> list[Node | Text]:
    """What a heading says, without its links and the signs of its footnotes."""
    found: list[Node | Text] = []
    for child in node.children:
        if isinstance(child, Text) or child.tag not in ("a", "sup"):
            found.append(child)
        elif child.tag == "a":
            found += _unlinked(child)
    return found


def _has_box(node: Node) -> bool:
    return bool(node.children) and isinstance(node.children[0], Node) and node.children[0].tag == "input"


def _relative(address: str, start: str) -> str:
    """An address below the site's, as seen from another that ends with a slash."""
    here, there = start.split("/"), address.split("/")
    same = next((i for i, (one, two) in enumerate(zip(here, there, strict=False)) if one != two), min(len(here), len(there)) - 1)
    return "../" * (len(here) - 1 - same) + "/".join(there[same:]) or "./"
