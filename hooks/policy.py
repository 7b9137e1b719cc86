"""What a browser may do on a page of the site, and whether each page keeps to it."""

import base64
import hashlib
import re

from built import BuiltPage, Fault
from message import Message

# Search needs WebAssembly; a theme's icons are data: pictures in the stylesheet.
_RULES = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",
    "worker-src": "'self'",
    "connect-src": "'self'",
    "img-src": "'self' data:",
    "style-src": "'sha256-{style}'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
# Stands in each page for the policy until the stylesheet is known.
POLICY_MARK = "content-policy"
_LOADED = {"script": "src", "img": "src", "source": "src", "link": "href"}
_FORBIDDEN = ("iframe", "frame", "object", "embed", "applet", "base", "form:not([method=dialog])", "meta[http-equiv=refresh]")


def content_policy(style: str) -> str:
    """The Content-Security-Policy of pages that carry one stylesheet, the one that the build has just made."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return "; ".join(f"{name} {value}" for name, value in _RULES.items()).format(style=digest)


def headers_file(policy: str) -> str:
    """The headers of every page, and of files named by their content, as hosts read them from a file called `_headers`."""
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
    return "/*\n" + "".join(f"  {line}\n" for line in lines) + kept + worker


def policy_refused(page: BuiltPage, style_mark: str) -> set[Fault]:
    """What a built page holds that the policy makes a browser refuse; `style_mark` stands for the site's own stylesheet."""
    fix = Message("take it out of the page, or out of the template in overrides/ that writes it.")
    told = (Message("A page built from here holds {what}, which browsers are told to refuse.", what=what) for what in _refused(page, style_mark))
    return {("policy_refused", page.template, message, fix) for message in told}


def _refused(page: BuiltPage, style_mark: str) -> set[str]:
    document = page.document
    found = {f"<{node.tag}>" for node in document.css(", ".join(_FORBIDDEN))}
    found |= {Message("a program of its own") for node in document.css("script:not([src])")}
    found |= {Message("a stylesheet of its own") for node in document.css("style") if node.text() != style_mark}
    found |= {Message("a stylesheet of its own") for _ in document.css("link[rel~=stylesheet]")}
    found |= {Message("a style attribute") for _ in document.css("[style]")}
    # Event handlers are looked for in the text first: asking each element takes long.
    if re.search(r"""[\s"'/]on[a-z]+\s*=""", page.html, re.IGNORECASE):
        handlers = (key for node in document.css("*") for key in node.attributes if key.startswith("on"))
        found |= {Message('a handler "{name}"', name=key) for key in handlers}
    for tag, attribute in _LOADED.items():
        for node in document.css(f"{tag}[{attribute}]"):
            address = (node.attributes[attribute] or "").strip().lower()
            if tag == "link" and node.attributes.get("rel") != "icon":
                continue
            if re.match(r"[a-z][a-z0-9+.-]*:|//", address):
                found.add(Message("{address}, from another website", address=address))
    return found
