"""What pages of the site link the finished handouts with."""

import io
from dataclasses import dataclass
from pathlib import Path

from handouts.handout import Handout
from messages.locales import Locale
from sources.handouts import leaflet_word
from sources.settings import Settings


@dataclass(frozen=True)
class Finished:
    """A handout, its PDF, and of a leaflet the picture of its first page."""

    handout: Handout
    pdf: bytes
    picture: bytes = b""

    @property
    def picture_path(self) -> str:
        return self.handout.path.removesuffix(".pdf") + ".webp"

    @property
    def kilobytes(self) -> int:
        return max(1, round(len(self.pdf) / 1000))

    @property
    def picture_size(self) -> tuple[int, int]:
        from PIL import Image

        return Image.open(io.BytesIO(self.picture)).size

    def write(self, site_dir: Path) -> None:
        for path, content in ((self.handout.path, self.pdf), (self.picture_path, self.picture)):
            if content:
                (site_dir / path).parent.mkdir(parents=True, exist_ok=True)
                (site_dir / path).write_bytes(content)


@dataclass(frozen=True)
class Link:
    """What a page of the site links a handout with: what it is called, its place and size; of a leaflet its picture."""

    words: str
    path: str
    kilobytes: int
    picture: str = ""
    width: int = 0
    height: int = 0


def page_links(handouts: list[Finished], settings: Settings) -> dict[str, list[Link]]:
    """The links to the handouts of each page, by the path of its file."""
    words = settings.words
    found: dict[str, list[Link]] = {}
    for each in handouts:
        handout = each.handout
        if not handout.leaflet:
            said = words[handout.locales[0]].get(handout.form or "handout", "")
            found.setdefault(handout.source, []).append(Link(said, handout.path, each.kilobytes))
    return found


def leaflet_links(handouts: list[Finished], locale: Locale, settings: Settings) -> list[tuple[str, list[Link]]]:
    """The title of each leaflet in a language, and the links to it, to the one in both languages, too."""
    words = settings.words[locale]
    found: dict[str, list[Link]] = {}
    for each in handouts:
        handout = each.handout
        if handout.leaflet and locale in handout.locales:
            size = each.picture_size if each.picture else (0, 0)
            said = words.get(leaflet_word(handout.leaflet, handout.locales, handout.form), "")
            link = Link(said, handout.path, each.kilobytes, each.picture_path if each.picture else "", *size)
            found.setdefault(handout.leaflet.titles[locale], []).append(link)
    return [*found.items()]
