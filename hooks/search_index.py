"""The index that the search of a finished site reads, made by Pagefind."""

import json
import subprocess
import sys
from pathlib import Path

# Dialogs and styles of Pagefind's own that the site does not use.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js", "playground")


def build_index(site_dir: Path, forms: dict) -> None:
    """Write the index of each language, told by `<html lang>`, and the `forms` of Welsh words, into pagefind/ below a finished site."""
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(site_dir)]
    subprocess.run(command, check=True, capture_output=True)
    for pattern in _UNUSED:
        for path in (site_dir / "pagefind").glob(pattern):
            path.unlink()
    # Pagefind lists the languages in any order; sorted, the same pages give the same bytes.
    entry = site_dir / "pagefind/pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text(encoding="utf-8")), sort_keys=True), encoding="utf-8")
    (site_dir / "pagefind/forms.cy.json").write_text(json.dumps(forms, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
