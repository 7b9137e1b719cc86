"""What a browser may do on a page of the site, and whether each page keeps to it."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from messages.message import Message
from web.built import BuiltPage, PageFault

# Search needs WebAssembly.
_RULES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "worker-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self'",
    "style-src": "'sha256-{style}'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# What is no page, opened on its own, runs nothing and reaches nothing; a drawing keeps its colours.
_INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
# Programs come from overrides/ alone; browsers open no PDF in a sandbox, and give it no rights of the site.
_MAY_RUN = {".html", ".js", ".pdf", ""}
_LOADED = {"script": "src", "img": "src", "source": "src", "link": "href"}
_FORBIDDEN = "iframe, frame, object, embed, applet, base, form:not([method=dialog]), meta[http-equiv=refresh]"
# All that a policy may refuse, looked for at once: each look takes a walk through the page.
_REFUSABLE = ", ".join([_FORBIDDEN, *_LOADED, "style", "[style]"])
# Letters first, and what stands before them then: so most of a page is passed by.
_HANDLER = re.compile(rb"""on(?<=[\s"'/]on)[a-z]+\s*=""")


def content_policy(style: str) -> str:
    """The Content-Security-Policy of pages that carry one stylesheet."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return "; ".join(f"{name} {value}" for name, value in _RULES.items()).format(style=digest)


def headers_file(policy: str, endings: Iterable[str]) -> str:
    """The headers of every page, of files named by their content, and of files with other `endings` than a page's, as hosts read `_headers`.

    Where two places name a policy, browsers keep to both.
    """
    lines = [
        f"Content-Security-Policy: {policy}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: no-referrer",
        "Strict-Transport-Security: max-age=31536000",
        "Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=()",
    ]
    lasting = "  Cache-Control: public, max-age=31536000, immutable\n"
    kept = "".join(f"{path}\n{lasting}" for path in ("/assets/*", "/pagefind/fragment/*", "/pagefind/index/*"))
    # A browser has to see at once that the worker, and with it the site, has changed.
    worker = "/worker.js\n  Cache-Control: no-cache\n"
    inert = "".join(f"/*{ending}\n  Content-Security-Policy: {_INERT}\n" for ending in sorted({*endings} - _MAY_RUN))
    return "/*\n" + "".join(f"  {line}\n" for line in lines) + kept + worker + inert


def policy_refused(page: BuiltPage, style: str) -> set[PageFault]:
    """What a built page holds that the policy makes a browser refuse; `style` is the stylesheet that it allows."""
    fix = Message("take it out of the page, or out of the template in overrides/ that writes it.")
    told = (Message("A page built from here holds {what}, which browsers are told to refuse.", what=what) for what in _refused(page, style))
    return {("policy_refused", page.template, message, fix) for message in told}


def _refused(page: BuiltPage, style: str) -> set[str]:
    document = page.document
    nodes = (node for node in document.css(_REFUSABLE) if not (page.leads_on and node.tag == "meta"))
    found = {what for node in nodes for what in _refused_of(node, style)}
    # Event handlers are looked for in the text first: asking each element takes long.
    if _HANDLER.search(page.html.lower()):
        handlers = (key for node in document.css("*") for key in node.attributes if key.startswith("on"))
        found |= {Message('a handler "{name}"', name=key) for key in handlers}
    return found


def _refused_of(node: LexborNode, style: str) -> Iterator[str]:
    """What a browser refuses of an element."""
    tag, attributes = node.tag, node.attributes
    if tag != "style" and tag not in _LOADED and node.css_matches(_FORBIDDEN):
        yield f"<{tag}>"
    if tag == "script" and "src" not in attributes:
        yield Message("a program of its own")
    if tag == "style" and node.text() != style or tag == "link" and "stylesheet" in (attributes.get("rel") or "").lower().split():
        yield Message("a stylesheet of its own")
    if "style" in attributes:
        yield Message("a style attribute")
    address = (attributes.get(_LOADED.get(tag, "")) or "").strip().lower()
    is_loaded = tag != "link" or attributes.get("rel") == "icon"
    if is_loaded and re.match(r"[a-z][a-z0-9+.-]*:|//", address):
        yield Message("{address}, from another website", address=address)
