"""What a browser fetches for the first answer of the search, from the moment at which it is asked for."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from serving import served

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "scripts/developers")]

from install_browser import find_browser
from messages.locales import Locale


def bytes_of_answers(site: Path, page: str, queries: dict[Locale, list[str]]) -> dict[Locale, list[int]]:
    """The bytes of the answer to each query on a built site, with nothing else in the browser's cache than the page it is asked on.

    `page` is the address of that page below the language's own.
    """
    chromium = find_browser()
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        sizes = {locale: [_bytes(browser, f"{address}/{locale.prefix}{page}", words) for words in asked] for locale, asked in queries.items()}
        browser.close()
    return sizes


def _bytes(browser: Browser, start: str, words: str) -> int:
    context = browser.new_context()
    page = context.new_page()
    page.goto(start, wait_until="networkidle")
    answers = []
    page.on("response", lambda answer: answers.append(answer))
    page.click("[data-search]")
    page.fill("dialog input", words)
    page.wait_for_selector("dialog li")
    size = sum(int(answer.header_value("content-length")) for answer in answers)
    context.close()
    return size
