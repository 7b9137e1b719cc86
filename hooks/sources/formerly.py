"""What the line `formerly:` of a page names: pages and addresses that went, whose readers it takes over.

formerly: naps.md                  a page, by the name that both languages had for it
formerly: [naps.md, /cy/hepian/]   more than one, and an address of this language
formerly: /form.docx               the address of a file to keep
"""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from messages.locales import LOCALES, WELSH, Locale
from sources.downloads import DOCUMENTS
from sources.pages import INDEX_NAMES, Page

# Letters of any alphabet, since addresses from before there was a guard may hold them; no part starts with a sign.
_PART = r"[^\W_][\w .~-]{0,60}"
_NAME = re.compile(rf"(?:{_PART}/){{0,9}}{_PART}\.md")
_FILES = (".html", *DOCUMENTS)
_ADDRESS = re.compile(rf"(?:{_PART}/){{0,9}}(?:{_PART}(?:{'|'.join(map(re.escape, _FILES))}))?")


@dataclass(frozen=True)
class Claim:
    """What a page takes over, as it was `typed`: the `name` of pages, or an `address` below the site's; neither where it is none."""

    page: Page
    typed: str
    name: str = ""
    address: str | None = None


def entries_of(page: Page) -> list[str]:
    """What the line names, as it was typed."""
    value = page.front_matter.get("formerly")
    return [str(entry) for entry in (value if isinstance(value, list) else [value]) if entry is not None]


def claim_of(page: Page, typed: str, site_url: str) -> Claim:
    """What one entry of the line means; people copy names of files, paths of the site and whole addresses."""
    plain = unquote(typed.strip())
    below = plain.removeprefix(site_url).removeprefix("/")
    is_address = below != plain or below.startswith(WELSH.prefix) or below.endswith(("/", *_FILES))
    name = below if below.endswith(".md") else "" if is_address else f"{below}.md"
    if _NAME.fullmatch(name):
        folders = tuple(f"{locale.folder}/" for locale in LOCALES)
        return Claim(page, typed, name=name.partition("/")[2] if name.startswith(folders) else name)
    address = below.removesuffix("index.html")
    if address and "." not in address.rpartition("/")[2]:
        address = f"{address.removesuffix('/')}/"
    return Claim(page, typed, address=address if is_address and _ADDRESS.fullmatch(address) else None)


def usual_address(name: str, locale: Locale) -> str:
    """The address of a page of that name without a slug."""
    path = PurePosixPath(name)
    parts = path.parent.parts if path.stem in INDEX_NAMES else path.with_suffix("").parts
    return locale.prefix + "".join(f"{part}/" for part in parts)
