"""HTML that a page must not hold, whichever way it was written.

The sanitiser nh3 says what it would take out of the rendered page; what
Markdown, attribute lists or entities hid in the source shows there.
"""

from collections import Counter

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from messages.message import Message
from messages.problem import Problem
from sources.content import Content, Section

# What editors may type beside Markdown; the rest is what Markdown itself makes.
_TYPED = {"abbr", "b", "br", "cite", "details", "i", "kbd", "mark", "q", "s", "small", "span", "sub", "summary", "sup", "time", "u"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_TAGS = (
    _TYPED
    | _HEADINGS
    | {
        *("a", "blockquote", "code", "dd", "div", "dl", "dt", "em", "hr", "img", "li"),
        *("ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
    }
)
_ATTRIBUTES = {
    "*": {"class", "dir", "id", "lang", "title"},
    "a": {"href", "hreflang"},
    "details": {"open"},
    "img": {"alt", "height", "loading", "src", "width"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
_ADDRESSES = ("href", "src")
# What the page template names its main part.
_TEMPLATE_ANCHOR = "_content"
_END = "end-of-page"


def markup_not_allowed(contents: dict[str, Content]) -> list[Problem]:
    """Elements, attributes and addresses that could harm a reader or break the page."""
    problems = []
    for content in contents.values():
        for section, node, name in _rejected(content):
            if name is None:
                message = Message("The page holds <{tag}>, which is not for its text.", tag=node.tag)
                fix = Message("take it and what belongs to it out; if the signs themselves are meant, write &lt;{tag}&gt;.", tag=node.tag)
                needle = f"<{node.tag}"
            elif name in _ADDRESSES:
                message = Message('The address "{address}" is none that a reader can follow safely.', address=node.attributes[name])
                fix = Message("write the name of a page, or an address that starts with https:, mailto: or tel:.")
                needle = node.attributes[name] or ""
            else:
                message = Message('<{tag}> carries "{name}", which could act on a reader\'s device or undo the design.', tag=node.tag, name=name)
                fix = Message('take "{name}" and its value out.', name=name)
                needle = name
            problems.append(Problem(content.page.path, content.line(section, needle), "markup_not_allowed", message, fix))
    return problems


def markup_not_closed(contents: dict[str, Content]) -> list[Problem]:
    """Pages that leave an element open, or close one of the template's, so that what follows goes astray."""
    problems = []
    for content in contents.values():
        if "<!--" in content.page.body and any("<!--" in each for section in content.sections for each in section.paragraphs):
            message, fix = Message("A comment is opened and not closed, so readers see it."), Message("put --> behind it.")
            problems.append(Problem(content.page.path, content.page.line_of("<!--"), "markup_not_closed", message, fix))
        elif "<" in content.page.body and (end := _end(content)) is not None:
            message = Message("<{tag}> is opened and not closed, or closed and not opened.", tag=end)
            fix = Message("put </{tag}> behind its words, or take both out.", tag=end)
            line = content.page.line_of(f"<{end}") if f"<{end}" in content.page.text else content.page.line_of("</")
            problems.append(Problem(content.page.path, line, "markup_not_closed", message, fix))
    return problems


def anchor_twice(contents: dict[str, Content]) -> list[Problem]:
    """Names of places that a page gives twice, or that the template has."""
    problems = []
    for content in contents.values():
        if "{" not in content.page.body and "id=" not in content.page.body:
            continue
        ids = [node.attributes["id"] for node in LexborHTMLParser(content.html).css("[id]")]
        for name, count in Counter([_TEMPLATE_ANCHOR, *ids]).items():
            if count > 1:
                message = Message('The place "#{name}" is there twice, so a link to it could lead to either.', name=name)
                line = content.line(content.sections[0], f"#{name}")
                problems.append(Problem(content.page.path, line, "anchor_twice", message, Message("give one of them another name.")))
    return problems


def _rejected(content: Content) -> list[tuple[Section, LexborNode, str | None]]:
    """Each element, or attribute by its name, that the sanitiser would take out, with the section it stands in."""
    clean = nh3.clean(content.html, _TAGS, set(), _ATTRIBUTES, link_rel=None, url_schemes=_SCHEMES)
    if clean == content.html:
        return []
    left = Counter(part for node in _nodes(clean) for _, part in _parts(node))
    found, place, gone = [], 0, set()
    for node in _nodes(content.html):
        place += node.tag in _HEADINGS
        if node.parent is not None and node.parent.mem_id in gone:
            # What stands in an element that goes is told with it.
            gone.add(node.mem_id)
            continue
        for name, part in _parts(node):
            if left[part] > 0:
                left[part] -= 1
            else:
                found.append((content.sections[min(place, len(content.sections) - 1)], node, name))
                if name is None:
                    gone.add(node.mem_id)
                    break
    return found


def _nodes(html: str) -> list[LexborNode]:
    """The elements of a part of a page, with <html> and <body> for what a stray tag may put on them."""
    document = LexborHTMLParser(f"<body>{html}")
    return [document.root, document.body, *document.body.css("body *")] if document.body else []


def _parts(node: LexborNode) -> list[tuple[str | None, tuple]]:
    element = [] if node.tag in ("html", "body") else [(None, (node.tag,))]
    return element + [(name, (node.tag, name, value)) for name, value in node.attributes.items()]


def _end(content: Content) -> str | None:
    """The element that the end of a page would fall into, or that it closes; None where all is in order."""
    document = LexborHTMLParser(f"<body><main><section>{content.html}<hr id={_END}></section></main>")
    end = document.css_first(f"#{_END}")
    if end is None:  # Swallowed by an element that holds text alone, which is told as not allowed.
        return None
    path = []
    while (end := end.parent) is not None and end.tag not in ("body", "-document"):
        path.append(end.tag)
    if path == ["section", "main"]:
        return None
    return path[0] if len(path) > 2 else "section" if "main" in path else "main"
