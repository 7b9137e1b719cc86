"""When a page first paints on a slow phone, beside the same words as bare HTML, in turn in one run.

.venv/bin/python benchmarks/paint.py [PATH] [RUNS]     after `make site`
"""

import os
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from serving import served

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts/developers"))

from install_browser import find_browser

# What Lighthouse applies for its slow 4G phone: milliseconds, and bytes a second; the processor is four times slower.
SLOW_4G = {"offline": False, "latency": 562.5, "downloadThroughput": 1474.56 * 128, "uploadThroughput": 675 * 128}
SLOWER = 4
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


def bare(html: str) -> str:
    """The page's words and nothing that styles or runs."""
    title = re.search(r"<title>.*?</title>", html)[0]
    language = re.search(r'<html lang="(\w+)"', html)[1]
    body = re.sub(r' (?:class|data-[a-z-]+|tabindex)(?:="[^"]*")?', "", re.search(r"<body.*</body>", html, re.DOTALL)[0])
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    return f'<!doctype html><html lang="{language}"><head>{head}{title}</head>{body}</html>'


def first_paint(browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True)
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Network.emulateNetworkConditions", SLOW_4G)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address)
    page.wait_for_function(FIRST_PAINT)
    painted = page.evaluate(FIRST_PAINT)
    context.close()
    return painted


def main() -> None:
    path = sys.argv[1] if len(sys.argv) > 1 else "cy/rhwystrau/"
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 9
    chromium = find_browser()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        shutil.copytree(ROOT / "site", site)
        html = (site / path / "index.html").read_text(encoding="utf-8")
        (site / "bare.html").write_text(bare(html), encoding="utf-8")
        # A policy would keep the wait for the paint out; it takes no time of its own to speak of.
        (site / path / "index.html").write_text(re.sub(r"<meta http-equiv=.*?>", "", html), encoding="utf-8")
        flags = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        with served(site) as address:
            pages = {"bare HTML": f"{address}/bare.html", "this site": f"{address}/{path}"}
            times = {name: [] for name in pages}
            for _ in range(runs):
                for name, url in pages.items():
                    times[name].append(first_paint(browser, url))
        browser.close()
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, median in medians.items():
        print(f"{name:10} {median:6.0f} ms to the first paint (median of {runs}; {min(times[name]):.0f} to {max(times[name]):.0f})")
    print(f"ratio      {medians['this site'] / medians['bare HTML']:6.2f}")


if __name__ == "__main__":
    main()
