"""Whether an SVG holds nothing but a drawing."""

import re
from xml.etree import ElementTree

_SVG, _XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}"
_DRAWN = {
    "a", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend", "feColorMatrix", "feComposite", "feFlood", "feGaussianBlur", "feMerge",
    "feMergeNode", "feOffset", "filter", "g", "image", "line", "linearGradient", "marker", "mask", "metadata", "path", "pattern", "polygon",
    "polyline", "radialGradient", "rect", "stop", "style", "svg", "switch", "symbol", "text", "textPath", "title", "tspan", "use", "view",
}  # fmt: skip
# What drawing programs note for themselves; browsers do nothing with it.
_NOTED = re.compile(
    r"\{(?:http://(?:www\.inkscape\.org|sodipodi\.sourceforge\.net|purl\.org|creativecommons\.org|web\.resource\.org|ns\.adobe\.com|www\.w3\.org/1999/02/22-rdf)"
    r"|https?://(?:boxy-svg|vectornator|www\.figma|sketch)|http://www\.bohemiancoding\.com)[^}]*\}"
)
# Within the drawing, or a picture that travels in it.
_WITHIN = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp)[;,]")
_LOADED = re.compile(r"url\(\s*['\"]?(?!\s*(?:#|data:image/(?:png|jpe?g|gif|webp)[;,]))|@import|expression\(|\\", re.IGNORECASE)


def is_drawing(svg: str) -> bool:
    """Whether an SVG runs nothing, loads nothing from elsewhere, and leads nowhere; of what is no SVG there is no telling."""
    if re.search(r"<!ENTITY|<\?xml-stylesheet", svg):
        return False
    try:
        root = ElementTree.fromstring(svg.encode())
    except ElementTree.ParseError:
        return False
    return all(_is_drawn(element) for element in root.iter() if not _is_noted(element.tag))


def _is_noted(name: object) -> bool:
    # A comment has no name.
    return not isinstance(name, str) or bool(_NOTED.match(name))


def _is_drawn(element: ElementTree.Element) -> bool:
    tag = element.tag.removeprefix(_SVG)
    if tag not in _DRAWN or tag == "style" and _LOADED.search(element.text or ""):
        return False
    return all(_is_safe(name, value) for name, value in element.items())


def _is_safe(name: str, value: str) -> bool:
    if name.lower().startswith("on"):
        return False
    if name in ("href", f"{_XLINK}href", "src"):
        return bool(_WITHIN.match(value.strip()))
    return not _LOADED.search(value)
