"""All handouts of a site: made, read back, and listed for its pages."""

import io
import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import click

from handout import Frame, Handout, page_handouts
from leaflet import leaflets
from locales import LOCALES, Locale
from printed import handout_contact_differs, read_pdf
from problem import Problem
from settings import Settings, interface_words
from typesetter import Typesetter

# Below this many there is nothing to watch.
_MANY = 100


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


def make_handouts(frame: Frame) -> tuple[list[Finished], list[Problem]]:
    """Every handout of a site, and what is wrong with those that cannot go out."""
    typesetter = Typesetter(frame.sources.root)
    finished: list[Finished] = []
    problems: list[Problem] = []

    def make(handout: Handout) -> tuple[bytes | Problem, bytes | Problem]:
        has_picture = handout.is_leaflet and not handout.form
        return typesetter.pdf(handout), typesetter.picture(handout) if has_picture else b""

    handouts = [*leaflets(frame), *page_handouts(frame)]
    # Typst lets other threads run while it works; pdfium, which reads back, bears one alone.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        made = list(_watched(threads.map(make, handouts), len(handouts)))
    for handout, (pdf, picture) in zip(handouts, made, strict=True):
        wrong = [each for each in (pdf, picture) if isinstance(each, Problem)]
        wrong = wrong or handout_contact_differs(handout, read_pdf(pdf), frame)
        problems += wrong
        if not wrong:
            finished.append(Finished(handout, pdf, picture))
    typesetter.forget_the_rest()
    return finished, list(dict.fromkeys(problems))


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
    words = {locale: interface_words(settings, locale) for locale in LOCALES}
    found: dict[str, list[Link]] = {}
    for each in handouts:
        handout = each.handout
        if not handout.is_leaflet:
            said = words[handout.locales[0]].get(handout.form or "handout", "")
            found.setdefault(handout.source, []).append(Link(said, handout.path, each.kilobytes))
    return found


def leaflet_links(handouts: list[Finished], locale: Locale, settings: Settings) -> list[Link]:
    """The links to the leaflets of a language, that in both languages among them."""
    words = interface_words(settings, locale)
    found = []
    for each in handouts:
        handout = each.handout
        if handout.is_leaflet and locale in handout.locales:
            key = "_".join(["leaflet", *(["bilingual"] if len(handout.locales) > 1 else []), *filter(None, [handout.form])])
            size = each.picture_size if each.picture else (0, 0)
            found.append(Link(words.get(key, ""), handout.path, each.kilobytes, each.picture_path if each.picture else "", *size))
    return found


def _watched(made: Iterable, count: int) -> Iterator:
    """What is made one by one, with a bar that shows how far it is, where somebody watches and it takes a while."""
    if count < _MANY or not sys.stderr.isatty():
        yield from made
        return
    with click.progressbar(made, length=count, label="Taflenni / Handouts", file=sys.stderr) as bar:
        yield from bar
