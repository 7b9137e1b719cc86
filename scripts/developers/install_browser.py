"""Makes sure that the tests have a real browser and what drives it, and installs them where they are not there."""

import os
import shutil
import subprocess
import sys

import debian

# The shell is Chromium without what draws windows: the same pages for half the time of the machine.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

FAILED = """No browser for the tests could be found or installed.
  Fix: install Chromium or Chrome, or name one that is there: make test CHROMIUM=/path/to/chromium"""
DRIVER_FAILED = """Playwright, which drives the browser of the tests, does not start:
  {reason}
  Fix: install what it lacks (Debian: apt-get install libatomic1)."""


def find_browser() -> str | None:
    """The path of a Chromium or Chrome that starts: $CHROMIUM, one on the PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    candidates = [named] if named else [*map(shutil.which, NAMES), _playwright_browser()]
    return next((path for path in candidates if path and _starts(path)), None)


def _playwright_browser() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if os.path.exists(path) else None


def _starts(path: str) -> bool:
    """Whether it runs: some systems ship a `chromium` that only points to a shop."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install_browser() -> None:
    """Install Debian's package as root, Playwright's own browser otherwise."""
    debian.install(SHELL)
    if find_browser() is None:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"])


def driver_fault() -> str:
    """Why what drives the browser does not start; "" where it does."""
    run = subprocess.run([sys.executable, "-m", "playwright", "--version"], capture_output=True, text=True)
    return run.stderr.strip() or "no reason given" if run.returncode != 0 else ""


def main() -> int:
    if driver_fault():
        # A Debian without any other program lacks this one library.
        debian.install("libatomic1")
    if reason := driver_fault():
        print(DRIVER_FAILED.format(reason=reason.splitlines()[-1]), file=sys.stderr)
        return 1
    if find_browser() is None:
        print("Installing a browser for the tests ...", flush=True)
        install_browser()
    if find_browser() is None:
        print(FAILED, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
