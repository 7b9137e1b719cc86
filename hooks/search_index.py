"""The index that the search of a finished site reads, made by Pagefind."""

import json
import os
import subprocess
from pathlib import Path

from pagefind_bin import get_executable

from word_forms import initials

# Dialogs and styles of Pagefind's own that the site does not use.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js", "playground")
# Words in one file of forms, some 1.5 kB as a host sends it: a reader fetches those that hold what was typed.
_FORMS_A_FILE = 250
# How much of the index one file holds, likewise. Pagefind calls this unstable: without it more is fetched, and the same found.
_ENVIRONMENT = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "8000"}


def build_index(site_dir: Path, forms: dict[str, list[str]]) -> None:
    """Write the index of each language, told by `<html lang>`, and the `forms` of Welsh words, into pagefind/ below a finished site."""
    # Its program itself: the module that starts it takes longer to load than the index of a small site to write.
    command = [str(get_executable()), "--silent", "--site", str(site_dir)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **_ENVIRONMENT})
    for pattern in _UNUSED:
        for path in (site_dir / "pagefind").glob(pattern):
            path.unlink()
    # Pagefind lists the languages in any order; sorted, the same pages give the same bytes.
    entry = site_dir / "pagefind/pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True), encoding="utf-8")
    _write_forms(site_dir / "pagefind", forms)


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
