"""Lighthouse's scores for every page in both languages, on its slow phone.

.venv/bin/python benchmarks/lighthouse.py     after `make site`; needs npm
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from serving import served

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts/developers"))

from install_browser import find_browser

VERSION = "13.5.0"
FOLDER = ROOT / ".cache/lighthouse"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


def scores(address: str) -> dict[str, float]:
    flags = "--headless=new --disable-gpu" + (" --no-sandbox" if os.geteuid() == 0 else "")
    command = [FOLDER / "node_modules/.bin/lighthouse", address, "--output=json", "--quiet", f"--chrome-flags={flags}"]
    result = subprocess.run(
        [*command, f"--only-categories={','.join(CATEGORIES)}"],
        env={**os.environ, "CHROME_PATH": find_browser()},
        capture_output=True,
        text=True,
        check=True,
    )
    report = json.loads(result.stdout)
    low = [audit["id"] for audit in report["audits"].values() if audit["score"] is not None and audit["score"] < 0.9]
    return {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES} | {"below 90": low}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "install", "--silent", "--no-fund", "--no-audit", f"lighthouse@{VERSION}"], cwd=FOLDER, check=True)
    with served(ROOT / "site") as address:
        for page in sorted((ROOT / "site").rglob("index.html")):
            path = page.parent.relative_to(ROOT / "site").as_posix().removeprefix(".")
            print(f"/{path:24}", scores(f"{address}/{path}/" if path else f"{address}/"), flush=True)


if __name__ == "__main__":
    main()
