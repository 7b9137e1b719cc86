"""What a search for each Welsh word of the site finds, in every mutated form, in a real browser.

    .venv/bin/python benchmarks/search.py     after `make site`

A page ought to be found that holds the word in any of its forms; a page that
holds none of them, and no word that starts with what was typed, is one too many.
"""

import os
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from serving import served

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "scripts/developers")]

from install_browser import find_browser
from messages.locales import ENGLISH, WELSH
from sources.all_sources import read_sources
from sources.menu import LISTS
from welsh.inflection import lemmas
from welsh.mutation import folded, forms
from welsh.words import any_of, words_in

OPEN = """async () => {
    const link = document.querySelector("[data-search]");
    link.click();
    window.searching = await import(new URL(`${link.dataset.search}?1`, document.baseURI));
}"""
FIND = """async (words) => {
    const pages = await Promise.all((await window.searching.find(words)).map((page) => page.data()));
    return pages.map((page) => page.url);
}"""


def words_of(sources, locale) -> dict[str, set[str]]:
    """The words of each page of a language that the search knows, by its address."""
    where = sources.addresses
    # These list the titles of the others.
    left_out = [sources.settings.get("extra", name) for name in LISTS]
    return {
        f"/{where[path]}": {
            word.small
            for section in content.sections[1:]
            for passage in section.passages
            for word in words_in(passage, any_of([]))
            if len(word.small) > 1
        }
        for path, content in sources.contents.items()
        if content.page.locale is locale and content.page.name not in left_out
    }


def main() -> None:
    sources = read_sources(ROOT)
    with served(ROOT / "site") as address, sync_playwright() as playwright:
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        for locale in (WELSH, ENGLISH):
            page = browser.new_page()
            page.goto(f"{address}/{locale.prefix}")
            page.evaluate(OPEN)
            pages = words_of(sources, locale)
            radicals = {stem for words in pages.values() for word in words for stem in (lemmas(word) if locale is WELSH else [word]) if len(stem) > 3}
            expected = found = extra = queries = 0
            for radical in sorted(radicals):
                ought = {url for url, words in pages.items() if any(radical in (lemmas(word) if locale is WELSH else [word]) for word in words)}
                for query in sorted(forms(radical) if locale is WELSH else [radical]):
                    urls = set(page.evaluate(FIND, query))
                    near = {url for url, words in pages.items() if any(folded(word).startswith(folded(query)) for word in words)}
                    queries += 1
                    expected += len(ought)
                    found += len(ought & urls)
                    extra += len((urls & pages.keys()) - ought - near)
            print(f"{locale.language}: {queries} queries, {found / expected:.1%} of {expected} pages found, {extra} pages too many")
        browser.close()


CHROMIUM = find_browser()

if __name__ == "__main__":
    main()
