"""Starts a page in both languages, and puts it at the end of the menu.

    new_page.py topics/sleep "Sleep" "Cwsg"
    new_page.py cwsg "Sleep" "Cwsg" --welsh-first
    new_page.py sleep --from ours/sleeping.md ours/cysgu.md

With --from the pages are there already, under other names or elsewhere, and become a pair. What is still to be written stands in square brackets; the guard asks for it.
"""

import datetime
import re
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

import yaml

from _arguments import argument, read_arguments
from _command import run, say
from messages.locales import ENGLISH, LOCALES, WELSH, Locale
from messages.message import Message
from sources.addresses import address_part
from sources.front_matter import set_line
from sources.menu import menu_names
from sources.pages import parse_page
from sources.settings import PATH, parse_settings, read_settings
from sources.writing import write_whole

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*")
TO_WRITE = {
    ENGLISH: ("[add one sentence about this page]", "[add the text]"),
    WELSH: ("[ychwanegwch un frawddeg am y dudalen hon]", "[ychwanegwch y testun]"),
}


def page_text(locale: Locale, name: str, title: str, is_translation: bool) -> str:
    """A new page that says what is still to be written."""
    description, text = TO_WRITE[locale]
    front_matter = {"title": title, "description": description, "updated": datetime.date.today()}
    slug = address_part(title)
    # The file may be called in the language that comes first; a Welsh page has a Welsh address all the same.
    if locale is WELSH or is_translation and slug != name.rpartition("/")[2]:
        front_matter["slug"] = slug
    if is_translation:
        front_matter["review"] = "draft"
    lines = yaml.safe_dump(front_matter, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{lines}---\n\n# {title}\n\n{text}\n"


def given_text(locale: Locale, path: Path, name: str, is_translation: bool) -> str:
    """A page that somebody wrote already, with the lines between its two --- that it lacks."""
    text = path.read_text(encoding="utf-8-sig")
    page = parse_page(locale, f"{name}.md", text)
    title = str(page.front_matter.get("title") or _heading(page.body) or path.stem)
    wanted = {"title": title, "description": TO_WRITE[locale][0], "updated": datetime.date.today()}
    slug = address_part(path.stem)
    if locale is WELSH or is_translation:
        wanted["slug"] = slug if slug != name.rpartition("/")[2] else address_part(title)
    if is_translation:
        wanted["review"] = "draft"
    for key, value in wanted.items():
        if not page.front_matter.get(key):
            line = yaml.safe_dump({key: value}, allow_unicode=True, width=10_000)
            text = set_line(text, key, line.removeprefix(f"{key}: ").rstrip("\n"))
    return text


def _heading(body: str) -> str:
    found = re.search(r"^# +(.+?) *#*$", body, re.MULTILINE)
    return found[1] if found else ""


def add_to_menu(path: Path, name: str) -> bool:
    """Put a page at the end of the menu in mkdocs.yml, nothing else changed; whether it stands in the menu then."""
    before = read_settings(path)
    menu = before.get("nav")
    if name in menu_names(menu):
        return True
    if not isinstance(menu, list) or not menu:
        return False
    nodes = next(value for key, value in before.document.value if key.value == "nav").value
    text = path.read_bytes().decode("utf-8")
    lines = text.splitlines(keepends=True)
    last = _last_line(nodes[-1])
    newline = "\r\n" if lines[last].endswith("\r\n") else "\n"
    lines[last] = lines[last].rstrip("\r\n") + newline
    indent = " " * (nodes[0].start_mark.column - len("- "))
    lines.insert(last + 1, f"{indent}- {name}{newline}")
    longer = "".join(lines)
    if parse_settings(longer.removeprefix("\ufeff")).get("nav") != [*menu, name]:
        return False
    write_whole(path, longer.encode("utf-8"))
    return True


def _last_line(node: yaml.Node) -> int:
    """The index of the line on which the last value of a part of mkdocs.yml stands."""
    while not isinstance(node, yaml.ScalarNode):
        if not node.value:
            break
        node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
    return node.start_mark.line


def refusal(name: str, titles: dict[Locale, str], given: list[Path]) -> Message | None:
    """Why a page cannot be started like this, or from these files, and how it could; None if it can."""
    if not NAME.fullmatch(name):
        parts = [address_part(part) or "page" for part in name.split("/") if part]
        return Message('"{name}" makes no good address. Fix: write "{better}".', name=name, better="/".join(parts))
    for locale in LOCALES:
        if not given and not address_part(titles[locale]):
            return Message("The {language} title has no letters. Fix: write the title after the name of the page.", language=locale.language)
        if (target := ROOT / locale.folder / f"{name}.md").exists() and target not in given:
            path = f"{locale.folder}/{name}.md"
            return Message("{path} is there already, and stays as it is. Fix: choose another name.", path=path)
    for path in given:
        try:
            path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return Message("{path} cannot be read. Fix: name a file of Markdown that is there, kept as UTF-8.", path=path)
    return None


def move(name: str, texts: dict[Locale, str], given: Sequence[Path] = ()) -> None:
    """Write both pages; where they were given as pages of other names, those go."""
    paths = {locale: ROOT / locale.folder / f"{name}.md" for locale in LOCALES}
    for locale, path in paths.items():
        write_whole(path, texts[locale].encode("utf-8"))
    for path in set(given) - {*paths.values()}:
        if any(path.is_relative_to(ROOT / locale.folder) for locale in LOCALES):
            path.unlink()


def main() -> int:
    options = read_arguments(
        Message('Starts a page in both languages, and puts it at the end of the menu, as in: new_page.py topics/sleep "Sleep" "Cwsg"'),
        argument("name", metavar=Message("NAME"), help=Message("the name of the file, such as sleep or topics/sleep")),
        argument("title", metavar="TITLE", nargs="?", default="", help=Message("the English title")),
        argument("teitl", metavar="TEITL", nargs="?", default="", help=Message("the Welsh title")),
        argument("--welsh-first", action="store_true", help=Message("the Welsh page is written first, and the English one translates it")),
        argument("--from", dest="given", nargs=2, default=[], metavar=("ENGLISH.md", "CYMRAEG.md"), help=Message("two pages that are there already")),
    )
    languages, given = options.lang, [Path(path).resolve() for path in options.given]
    name = options.name.removesuffix(".md")
    titles = {} if given else {ENGLISH: " ".join(options.title.split()), WELSH: " ".join(options.teitl.split())}
    if refused := refusal(name, titles, given):
        say(refused, languages, failed=True)
        return 2
    first = WELSH if options.welsh_first else ENGLISH
    if given:
        move(name, {locale: given_text(locale, path, name, locale is not first) for locale, path in zip(LOCALES, given, strict=True)}, given)
    else:
        move(name, {locale: page_text(locale, name, titles[locale], locale is not first) for locale in LOCALES})
    path, other = (f"{locale.folder}/{name}.md" for locale in LOCALES)
    written = Message("{path} and {other} are there. Write their text where the square brackets are.", path=path, other=other)
    say(Message("{path} and {other} are a pair.", path=path, other=other) if given else written, languages)
    menu = Message("The page stands at the end of the menu in {path}.", path=PATH)
    if not add_to_menu(ROOT / PATH, f"{name}.md"):
        menu = Message('The menu in {path} is not a plain list. Fix: add a line "- {name}.md" below "nav:" where it belongs.', path=PATH, name=name)
    say(menu, languages)
    say(Message('When both are written, "make check" gives the one line that is missing.'), languages)
    return 0


if __name__ == "__main__":
    run(main)
