"""The pages of the finished site, and whether they are all there."""

from dataclasses import dataclass

from locales import LOCALES, Locale
from pages import Page
from problem import Problem
from settings import PATH, Settings


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the built site.

    `source` is the file that an editor would mend, `line` where that file
    types a block of its own, if it does; `locales` are the languages that must
    each have one block in it.
    """

    source: str
    html: str
    locales: tuple[Locale, ...]
    line: int = 1


def page_not_built(written: list[Page], built: list[BuiltPage], settings: Settings) -> list[Problem]:
    """Pages that were written and that the finished site lacks; a whole language is told once."""
    there = {page.source for page in built}
    problems = []
    for locale in LOCALES:
        pages = [page for page in written if page.locale is locale]
        lacking = [page for page in pages if page.path not in there]
        if lacking and lacking == pages:
            message = f"The site was built without its {locale.language} pages."
            fix = f'put the lines of "locale: {locale.code}" back below "languages:", without "build: false".'
            problems.append(Problem(PATH, settings.line("plugins"), "page_not_built", message, fix))
        else:
            message = "The finished site does not hold this page."
            fix = "give its file or folder another name: MkDocs leaves some names out, such as templates/."
            problems += [Problem(page.path, 1, "page_not_built", message, fix) for page in lacking]
    return problems
