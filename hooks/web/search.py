"""The index that the search of a finished site reads, made by Pagefind."""

import errno
import json
import os
import re
import subprocess
from base64 import b64decode, b64encode
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pagefind_bin import get_executable

from messages.locales import LOCALES
from sources.settings import Settings
from welsh.terms import names_of_terms
from welsh.word_forms import initials

# Dialogs, styles and a second program of Pagefind's own that the site does not use.
_UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.", "pagefind-worker.")
# What is said of an answer, and the words that ask for contact details.
_SAID = ("found", "some", "nothing", "contact")
# Where Pagefind's program notes that a part of the index could not be had, and goes on as if nothing stood in it.
_QUIET = re.compile(r"console\.error\(`(?:Failed to load the (?:meta index|index chunk)|Decompressing)[^`]*`\);")
_OPENING, _MAIN = re.compile(r"<html\b[^>]*>"), re.compile(r"<main\b.*</main>", re.DOTALL)
# Words in one file of forms, some 1.5 kB as a host sends it: a reader fetches those that hold what was typed.
_FORMS_A_FILE = 250
# How much of the index one file holds, likewise. Pagefind calls this unstable: without it more is fetched, and the same found.
_ENVIRONMENT = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "8000"}


def build_index(site_dir: Path, pages: Iterable[str], forms: dict[str, list[str]], words: dict[str, dict[str, Any]]) -> None:
    """Write the index of each language, which `<html lang>` names, and the `forms` of Welsh words, into pagefind/ below a finished site.

    `pages` are the names of the files to index, in the order in which they are numbered; `words` are those of `search_words`.
    """
    folder, of_language = site_dir / "pagefind", defaultdict(list)
    for page in pages:
        opening, main = _read(site_dir / page)
        of_language[opening].append({"type": "AddFile", "index_id": 0, "file_path": page, "file_contents": f"{opening}{main}"})
    entry = folder / "pagefind-entry.json"
    languages: dict[str, Any] = {}
    # Pagefind holds all that it has read until it is done: one language after the other takes half the memory.
    for add in of_language.values():
        *_, last = _ask([{"type": "NewIndex"}, *add, {"type": "GetFiles", "index_id": 0}])
        for file in last["files"]:
            if not file["path"].startswith(_UNUSED):
                path = folder / file["path"]
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(b64decode(file["content"]))
        found = json.loads(entry.read_text(encoding="utf-8"))
        languages |= found["languages"]
        entry.write_text(json.dumps({**found, "languages": languages}, sort_keys=True), encoding="utf-8")
    _tell_failures(folder / "pagefind.js")
    _write_forms(folder, forms)
    for code, said in words.items():
        _write_json(folder / f"words.{code}.json", said)


def search_words(settings: Settings) -> dict[str, dict[str, Any]]:
    """What search says and knows of words in each language, by its code: a page need not carry what is used by few readers of it."""
    return {
        locale.code: {name: settings.words[locale].get(f"search_{name}", "") for name in _SAID} | {"terms": names_of_terms(settings.glossary, locale)}
        for locale in LOCALES
    }


def _read(page: Path) -> tuple[str, str]:
    """How the HTML of a page starts, with its language, and its main part: the rest holds nothing to find, and takes long to read."""
    html = page.read_text(encoding="utf-8")
    opening, main = (pattern.search(html) for pattern in (_OPENING, _MAIN))
    return (opening[0], main[0]) if opening and main else ("", html)


def _ask(requests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What Pagefind's service answers to each request; an OSError where it cannot.

    Left to itself its program takes pages in the order of the file system, which gives other bytes on another machine, and
    is silent about a full disk. The module of its makers speaks to the service too, and waits a tenth of a second for each answer.
    """
    service = subprocess.Popen(
        [str(get_executable()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={**os.environ, **_ENVIRONMENT}
    )
    with service:
        service.stdin.write(b"".join(_message(number, request) for number, request in enumerate(requests)))
        service.stdin.flush()
        heard, count = bytearray(), 0
        while count < len(requests) and (part := service.stdout.read1(1 << 20)):
            heard += part
            count += part.count(b",")
        service.stdin.close()
    answers = [json.loads(b64decode(answer))["payload"] for answer in heard.split(b",")[:-1]]
    fault = next((answer["message"] for answer in answers if answer["type"] == "Error"), "it broke off" if len(answers) < len(requests) else "")
    if fault:
        raise OSError(errno.EIO, f"Pagefind: {fault}", "pagefind/")
    return answers


def _message(number: int, request: dict[str, Any]) -> bytes:
    """A request as the service reads it, up to the next comma."""
    return b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b","


def _tell_failures(program: Path) -> None:
    """Make the program fail where a part of the index cannot be had: a page that is not found for that reason is not "nothing found"."""
    text, count = _QUIET.subn(r'\g<0>throw new Error("The index is not whole.");', program.read_text(encoding="utf-8"))
    if count != 3:
        raise OSError(errno.EIO, "Pagefind: its program is another one; adapt _QUIET in hooks/web/search.py", "pagefind/pagefind.js")
    program.write_text(text, encoding="utf-8", newline="")


def _write_forms(folder: Path, forms: dict[str, list[str]]) -> None:
    """Write the forms into files of a few kilobytes, and forms.cy.json, which says with which word each starts."""
    asked = list(forms)
    parts = [asked[start : start + _FORMS_A_FILE] for start in range(0, len(asked), _FORMS_A_FILE)]
    for number, part in enumerate(parts):
        # A word that stands in no other form is written as "".
        _write_json(folder / f"forms.cy.{number}.json", {word: " ".join(forms[word]) if forms[word] != [word] else "" for word in part})
    _write_json(folder / "forms.cy.json", {"initials": initials(), "starts": [part[0] for part in parts]})


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", newline="")
