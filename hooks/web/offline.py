"""The service worker of a finished site, and what it has to know of the site."""

import hashlib
import json
import os
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote

from messages.locales import ENGLISH, LOCALES, WELSH
from sources.all_sources import Sources
from sources.content import Content
from sources.links import published_at
from sources.menu import menu_names
from sources.succession import Moved

NAME = "worker.js"
# The words of the interface that it says itself.
_WORDS = ("kept_copy", "page_not_kept")


def contact_mark(sources: Sources) -> str:
    """The fingerprint of the contact details, of both languages: a worker takes it from a page to tell old details from new."""
    return hashlib.sha256(repr([*sources.contacts.values()]).encode()).hexdigest()[:8]


def for_worker(path: str, sources: Sources, handouts: list[str], pictures: list[str]) -> str:
    """What the worker has to know of a page, as JSON that an attribute may hold; `path` "" is what no page became.

    All addresses are below the site's own. `handouts` and `pictures` are those that stand round the page's text, each in
    the order of the page, which is the same in both languages.
    """
    known: dict[str, Any] = {"contact": contact_mark(sources), "language": ENGLISH.code}
    if content := sources.contents.get(path):
        page = content.page
        found = leads(content, sources)
        kept = {
            "handouts": [*dict.fromkeys([*(each for each in found["link"] if each and each.endswith(".pdf")), *handouts])],
            "pictures": [*filter(None, found["image"]), *pictures],
        }
        known |= {
            "language": page.locale.code,
            "title": page.title,
            "counterpart": [sources.addresses[page.counterpart]] if page.counterpart in sources.addresses else [],
            **{name: addresses for name, addresses in kept.items() if addresses},
        }
    return _in_attribute(known)


def for_worker_of_moved(moved: Moved, sources: Sources) -> str:
    """The same of what stands where a page was formerly, and leads on."""
    return _in_attribute({"contact": contact_mark(sources), "language": moved.locale.code, "moved": moved.new})


def _in_attribute(known: dict[str, Any]) -> str:
    return quote(json.dumps(known, ensure_ascii=False, separators=(",", ":")), safe="{}[]:,/ ")


def leads(content: Content, sources: Sources) -> dict[str, list[str | None]]:
    """Where the links and the pictures of a page lead, below the site's own address."""
    return content.known("led_to", lambda: _leads(content, sources), sources.around[content.page.path])


def _leads(content: Content, sources: Sources) -> dict[str, list[str | None]]:
    return {
        kind: [published_at(each.value, content.page, sources.contents, sources.addresses) for each in content.elements(kind)]
        for kind in ("link", "image")
    }


def complete_worker(site_dir: Path, sources: Sources) -> None:
    """Put into the worker of a finished site what it is to know: what it keeps in any case, its words, and the version.

    The version makes the worker another file whenever any file of the site is
    another, comes or goes, which is how a browser sees that what it keeps has to be renewed.
    """
    version = _version(site_dir)
    words = {locale.code: {name: escape(sources.settings.words[locale][name]) for name in _WORDS} for locale in (WELSH, ENGLISH)}
    site = {"core": _core(site_dir, sources), "words": words, "contact": contact_mark(sources), "version": version}
    worker = site_dir / NAME
    program = worker.read_text(encoding="utf-8")
    worker.write_text(f"const SITE = {json.dumps(site, ensure_ascii=False)};\n{program}", encoding="utf-8", newline="")


def _version(site_dir: Path) -> str:
    """The fingerprint of all files of a site and of their names."""
    version = hashlib.sha256()
    for path in sorted(Path(folder, name) for folder, _, names in os.walk(site_dir) for name in names):
        version.update(f"{path.relative_to(site_dir).as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return version.hexdigest()[:16]


def _core(site_dir: Path, sources: Sources) -> list[str]:
    """The addresses, from the site's own, of what is kept on every device: "" is the English home page."""
    names = menu_names(sources.settings.get("extra", "kept_pages"))
    pages = [sources.addresses.get(f"{locale.folder}/{name}") for locale in LOCALES for name in names]
    # Pictures that editors put into docs/assets/ are kept with their pages.
    assets = sorted(path for pattern in ("assets/javascripts/*.js", "assets/images/icon.*") for path in site_dir.glob(pattern))
    names = (path.relative_to(site_dir).as_posix() for path in assets)
    return [*dict.fromkeys([*(locale.prefix for locale in LOCALES), *filter(None, pages)]), "offline.html", *names]
