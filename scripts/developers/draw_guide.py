"""Draws the pictures of the editors' guides into .github/pictures/, from the project as it is now.

What the guard says is drawn from a copy of the project in which a passage has
changed in English alone, and a link leads nowhere.
"""

import argparse
import contextlib
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import comrak
import pypdfium2
from PIL import Image, ImageOps
from playwright.sync_api import Locator, Page, sync_playwright

from install_browser import FAILED, find_browser

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / ".github/pictures"
# Of each language: what is drawn of the page with ideas, of its handout, and of the page about barriers.
ADDRESSES = {
    "en": ("ideas/", "ideas/ideas.pdf", "barriers/"),
    "cy": ("cy/syniadau/", "cy/syniadau/syniadau.pdf", "cy/rhwystrau/"),
}
CHANGED = {"docs/barriers.md": ("- Young parents.", "- Young parents and parents who are alone.")}
BROKEN = dict.fromkeys(("docs/barriers.md", "docs-cy/barriers.md"), ("(ideas.md)", "(idea.md)"))
WIDTH, MARGIN, COLOURS = 620, 16, 24
# GitHub shows the same Markdown in a frame of its own.
SUMMARY = """<!doctype html><meta charset="utf-8"><style>
body { margin: 0; font: 16px/1.5 "Noto Sans", "DejaVu Sans", Arial, sans-serif; color: #1f2328; background: #fff }
main { padding: 8px 16px } table { border-collapse: collapse } th, td { border: 1px solid #d1d9e0; padding: 4px 10px; text-align: left }
</style><main>"""

# As GitHub shows it: with the parts that fold.
_AS_GITHUB = comrak.RenderOptions(unsafe_=True)


def main() -> int:
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    path = find_browser()
    if path is None:
        print(FAILED, file=sys.stderr)
        return 1
    flags = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        copy = Path(folder) / "copy"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".venv", "site", ".cache", "__pycache__"))
        browser = playwright.chromium.launch(executable_path=path, args=["--disable-gpu", *flags])
        page = browser.new_page(viewport={"width": WIDTH, "height": 900})
        with _previewed(copy) as address:
            for code in ADDRESSES:
                _draw_site(page, address, code)
        _write(copy, CHANGED)
        _draw_answer(page, copy)
        _write(copy, BROKEN)
        with _previewed(copy) as address:
            for code in ADDRESSES:
                _draw_preview(page, address, code)
        browser.close()
    for path in sorted(PICTURES.glob("*.webp")):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.1f} kB")
    return 0


def _write(copy: Path, changes: dict[str, tuple[str, str]]) -> None:
    for name, (old, new) in changes.items():
        text = (copy / name).read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds {old!r}"
        (copy / name).write_text(text.replace(old, new), encoding="utf-8")


@contextlib.contextmanager
def _previewed(copy: Path) -> Iterator[str]:
    """The address at which `mkdocs serve` shows a copy of the project, handouts included."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, str(ROOT / "scripts/run_engine.py"), "serve", "--quiet", "--no-livereload", "--dev-addr", host]
    server = subprocess.Popen(command, cwd=copy, env={**os.environ, "HANDOUTS": "1"}, stderr=subprocess.DEVNULL)
    try:
        while server.poll() is None:
            with contextlib.suppress(OSError), urllib.request.urlopen(f"http://{host}/"):
                break
            time.sleep(0.2)
        yield f"http://{host}/"
    finally:
        server.terminate()
        server.wait()


def _draw_answer(page: Page, copy: Path) -> None:
    """What the workflow writes into the summary of a check."""
    told = [_said(copy, "check_sources", "--format", "markdown"), _said(copy, "show_status", "--format", "markdown")]
    assert all(told)
    page.set_content(SUMMARY + comrak.markdown_to_html("\n\n".join(told), comrak.ExtensionOptions(table=True), render_options=_AS_GITHUB))
    _shoot(page, "answer", page.locator("main"), page.locator("main"))


def _said(copy: Path, script: str, *options: str) -> str:
    command = [sys.executable, f"scripts/{script}.py", *options]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, encoding="utf-8").stdout


def _draw_site(page: Page, address: str, code: str) -> None:
    """The pictures of one language's pages."""
    ideas, handout, _ = (address + path for path in ADDRESSES[code])
    page.goto(ideas)
    _shoot(page, f"foot.{code}", page.locator(".page-contact"), page.locator("footer"))
    if code == "cy":
        _shoot(page, "draft", page.locator("header"), page.locator("h1"))
    with urllib.request.urlopen(handout) as answer:
        sheet = pypdfium2.PdfDocument(answer.read())[0].render(scale=0.7).to_pil()
    _save(sheet, f"handout.{code}")


def _draw_preview(page: Page, address: str, code: str) -> None:
    """What the guard finds, as it stands on the page about barriers."""
    page.goto(address + ADDRESSES[code][2])
    told = page.locator("h2 + .problem").last
    _shoot(page, f"preview.{code}", told.locator("xpath=preceding-sibling::h2[1]"), told.locator("xpath=following-sibling::p[1]"))


def _shoot(page: Page, name: str, first: Locator, last: Locator) -> None:
    """A picture of all that stands from the top of one element to the bottom of another."""
    top, end = first.bounding_box(), last.bounding_box()
    assert top and end, name
    start = max(0, top["y"] - MARGIN)
    clip = {"x": 0, "y": start, "width": WIDTH, "height": end["y"] + end["height"] + MARGIN - start}
    _save(Image.open(io.BytesIO(page.screenshot(full_page=True, clip=clip))), name)


def _save(picture: Image.Image, name: str) -> None:
    """In a frame, since a guide is as white as a page; with few colours and no loss, so that letters stay sharp."""
    framed = ImageOps.expand(picture.convert("RGB"), 1, "#8c959f")
    framed.quantize(COLOURS).convert("RGB").save(PICTURES / f"{name}.webp", "WEBP", lossless=True, method=6)


if __name__ == "__main__":
    sys.exit(main())
