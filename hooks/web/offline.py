"""The service worker of a finished site, and what it has to know of the site."""

import hashlib
import json
import os
from html import escape
from pathlib import Path

from messages.locales import LOCALES
from sources.all_sources import Sources
from sources.menu import menu_names

NAME = "worker.js"


def contact_mark(sources: Sources) -> str:
    """The fingerprint of the contact details, of both languages: a worker takes it from a page to tell old details from new."""
    return hashlib.sha256(repr([*sources.contacts.values()]).encode()).hexdigest()[:8]


def complete_worker(site_dir: Path, sources: Sources) -> None:
    """Put into the worker of a finished site what it is to know: what it keeps in any case, its words, and the version.

    The version makes the worker another file whenever a page or a handout is
    another, which is how a browser sees that what it keeps has to be renewed.
    """
    published = sorted(Path(folder, name) for folder, _, names in os.walk(site_dir) for name in names if name.endswith((".html", ".pdf")))
    version = hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in published)).hexdigest()[:16]
    words = {locale.code: {"kept_copy": escape(sources.settings.words[locale]["kept_copy"])} for locale in LOCALES}
    site = {"core": _core(site_dir, sources), "words": words, "contact": contact_mark(sources), "version": version}
    worker = site_dir / NAME
    program = worker.read_text(encoding="utf-8")
    worker.write_text(f"const SITE = {json.dumps(site, ensure_ascii=False)};\n{program}", encoding="utf-8", newline="")


def _core(site_dir: Path, sources: Sources) -> list[str]:
    """The addresses, from the site's own, of what is kept on every device: "" is the English home page."""
    names = menu_names(sources.settings.get("extra", "kept_pages"))
    pages = [sources.addresses.get(f"{locale.folder}/{name}") for locale in LOCALES for name in names]
    # Pictures that editors put into docs/assets/ are kept with their pages.
    assets = sorted(path for pattern in ("assets/javascripts/*.js", "assets/images/icon.*") for path in site_dir.glob(pattern))
    names = (path.relative_to(site_dir).as_posix() for path in assets)
    return [*dict.fromkeys([*(locale.prefix for locale in LOCALES), *filter(None, pages)]), "offline.html", *names]
