"""Makes a site of any number of pairs that the guard finds nothing wrong with, and a plain site of the same pages.

A page has some 400 words: passages of the project's own pages, which say the
same in both languages, and in each sentence a word of the dictionary, few of
them often and most of them seldom. So hardly a sentence comes twice, and a
site knows more words the more pages it has, as real ones do. The same number
gives the same bytes.
"""

import posixpath
import random
import re
import shutil
import sys
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import hunspell
import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from messages.locales import ENGLISH, LOCALES, WELSH, Locale, other
from sources.all_sources import read_sources
from sources.front_matter import set_line
from sources.settings import PATH, read_settings
from welsh.dictionary import knows
from welsh.spelling import misspelt
from welsh.vote import SENTENCE
from welsh.words import any_of

PAGE_LIST = "all-pages.md"
MOST_SECTIONS, MOST_PARTS, FEWEST_PAGES = 8, 8, 4
VOCABULARY = 20_000
DICTIONARIES = {
    ENGLISH: Path(hunspell.__file__).parent / "dictionaries/en_US.dic",
    WELSH: Path(find_spec("cymraeg_mcp").origin).parent / "data/dictionaries/cy_GB.dic",
}
PART = {ENGLISH: "Part", WELSH: "Rhan"}
SEE = {ENGLISH: "See", WELSH: "Gweler"}

Both = dict[Locale, str]


@dataclass(frozen=True)
class Passages:
    """What pages are made of; each says the same in both languages."""

    headings: list[Both] = field(default_factory=list)
    descriptions: list[Both] = field(default_factory=list)
    paragraphs: list[Both] = field(default_factory=list)
    points: list[Both] = field(default_factory=list)


@cache
def passages() -> Passages:
    """The headings and passages of the project's own pages, without numbers and what is to be confirmed."""
    found = Passages()
    for pair in read_sources(ROOT).pairs.values():
        for source, translation in zip(pair.source.sections, pair.translation.sections, strict=True):
            for index, (english, welsh) in enumerate(zip(source.passages, translation.passages, strict=True)):
                if source.level == 0:
                    kind = found.descriptions
                elif index == 0:
                    kind = found.headings
                else:
                    kind = found.points if len(english.split()) < 14 else found.paragraphs
                both = {ENGLISH: str(english), WELSH: str(welsh)}
                if not any(map(str.isdigit, english)) and "To be confirmed" not in english and both not in kind:
                    kind.append(both)
    return found


@cache
def vocabulary(locale: Locale) -> list[str]:
    """Words of a language's dictionary that the other's lacks and the glossary has no term with, in no order."""
    lines = DICTIONARIES[locale].read_text(encoding="latin-1" if locale is ENGLISH else "utf-8").splitlines()
    words = sorted({line.partition("/")[0] for line in lines})
    random.Random(locale.code).shuffle(words)
    terms = {word.lower() for term in read_settings(ROOT / PATH).glossary for form in term.english for word in form.split()}
    found = (word for word in words if word.isalpha() and word.islower() and len(word) > 3 and word not in terms)
    own = (word for word in found if knows(locale, word) and not knows(other(locale), word))
    # Some that the Welsh dictionary lists are slips all the same.
    return list(islice((word for word in own if locale is ENGLISH or not any(misspelt(word, any_of([]), frozenset()))), VOCABULARY))


def make_menu(pages: int) -> list[list[list[str]]]:
    """The names of a number of pages: in each section the section's own page, then its parts with their pages."""
    sections = max(1, min(MOST_SECTIONS, pages // FEWEST_PAGES // 2))
    menu = [[["index.md"]]]
    for number in range(1, sections + 1):
        left = (pages - 1) * number // sections - (pages - 1) * (number - 1) // sections - 1
        parts = max(1, min(MOST_PARTS, left // FEWEST_PAGES))
        section = [[f"section-{number}/index.md"], *([] for _ in range(parts))]
        for page in range(left):
            part = page * parts // left + 1
            section[part].append(f"section-{number}/part-{part}/page-{page + 1}.md")
        menu.append(section)
    return menu


def flat(menu: list[list[list[str]]]) -> list[str]:
    """The names of all pages of a menu."""
    return [name for section in menu for part in section for name in part]


def page_title(index: int, locale: Locale) -> str:
    headings = passages().headings
    return f"{headings[index % len(headings)][locale]} {index + 1}"


def page_text(names: list[str], index: int, locale: Locale) -> str:
    """A page in one language; its counterpart has the same parts in the same places."""
    same, own, found = random.Random(index), random.Random(f"{locale.code} {index}"), passages()
    title, description = page_title(index, locale), same.choice(found.descriptions)[locale]
    front = [f"title: {title}", f'description: "{description}"', "updated: 2026-11-01"]
    if locale is WELSH:
        front += ["review: draft"] + ([] if names[index].endswith("index.md") else [f"slug: tudalen-{index + 1}"])
    paragraphs = [_varied(each[locale], own, locale) for each in same.sample(found.paragraphs, 7)]
    parts = ["\n".join(["---", *front, "---"]), f"# {title}", *paragraphs[:2]]
    for heading, paragraph in zip(same.sample(found.headings, 5), paragraphs[2:], strict=True):
        target = (index + same.randrange(1, len(names))) % len(names)
        link = f"[{page_title(target, locale)}]({posixpath.relpath(names[target], posixpath.dirname(names[index]) or '.')})"
        points = [_varied(each[locale], own, locale) for each in same.sample(found.points, 4)]
        parts += [f"## {heading[locale]}", f"{paragraph} {SEE[locale]} {link}.", *_block(points, same)]
    return "\n\n".join(parts) + "\n"


def _varied(passage: str, own: random.Random, locale: Locale) -> str:
    """A passage with a word of the dictionary in each sentence; the first word is twice as likely as the second, ten times as the tenth."""
    words = (vocabulary(locale)[int(VOCABULARY ** own.random()) - 1] for _ in passage)
    return " ".join(re.sub(r"([.!?]?)$", rf" ({next(words)})\1", sentence, count=1) for sentence in SENTENCE.split(passage))


def _block(points: list[str], same: random.Random) -> list[str]:
    """A list, a table, a note or nothing, made of four points."""
    rows = "\n".join(f"| {point} | {same.randint(2, 40)} |" for point in points[1:])
    blocks = ["\n".join(f"- {point}" for point in points), f"| {points[0]} | |\n|---|---|\n{rows}", f"> [!NOTE]\n> {points[0]}"]
    return same.choices([*([block] for block in blocks), []], [35, 15, 10, 40])[0]


def settings(menu: list[list[list[str]]]) -> dict:
    """The project's own settings with another menu, and without what belongs to its own pages."""
    values = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    nav, welsh = ["index.md"], {}
    for number, section in enumerate(menu[1:]):
        title = passages().headings[number]
        welsh[title[ENGLISH]] = title[WELSH]
        parts = {f"{PART[ENGLISH]} {part}": names for part, names in enumerate(section[1:], start=1)}
        welsh |= {part: part.replace(PART[ENGLISH], PART[WELSH]) for part in parts}
        nav.append({title[ENGLISH]: [*section[0], *({part: names} for part, names in parts.items())]})
    values["nav"] = nav
    values["plugins"][0]["i18n"]["languages"][1]["nav_translations"] = welsh
    extra = values["extra"]
    del extra["handout_list"], extra["change_list"], extra["kept_pages"]
    extra |= {"page_list": PAGE_LIST, "footer_pages": [PAGE_LIST], "leaflet": {"front": ["index.md"], "back": [flat(menu)[1]]}}
    return values


def write_site(root: Path, pairs: int) -> None:
    """Make this site of a number of pairs, ten or more, the list of all pages among them, in a new folder."""
    for folder in ("hooks", "overrides", "scripts"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    menu = make_menu(pairs - 1)
    names = flat(menu)
    for locale in LOCALES:
        for index, name in enumerate(names):
            _write(root / locale.folder / name, page_text(names, index, locale))
        shutil.copy(ROOT / locale.folder / PAGE_LIST, root / locale.folder / PAGE_LIST)
    _write(root / "mkdocs.yml", yaml.safe_dump(settings(menu), allow_unicode=True, sort_keys=False))
    for pair in read_sources(root).pairs.values():
        path = root / pair.translation.page.path
        _write(path, set_line(path.read_text(encoding="utf-8"), "translation", pair.source.fingerprint))


def write_plain(root: Path, site: Path) -> None:
    """Make the plain set-up of the pages of a site in a new folder."""
    shutil.copytree(Path(__file__).with_name("plain"), root)
    for locale, suffix in ((ENGLISH, ".md"), (WELSH, ".cy.md")):
        for path in (site / locale.folder).rglob("*.md"):
            text = path.read_text(encoding="utf-8")
            _write(root / "docs" / path.relative_to(site / locale.folder).with_suffix(suffix), text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
