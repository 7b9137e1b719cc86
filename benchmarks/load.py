"""Whether nginx holds 64 clients at once for 10 seconds without one error, with wrk.

.venv/bin/python benchmarks/load.py FOLDER     a published site; needs scripts/developers/install_server.py
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "scripts/developers")]

import debian
from run_server import serving


def main() -> None:
    if not shutil.which("wrk"):
        debian.install("wrk")
    if not shutil.which("wrk"):
        sys.exit("wrk is not there. Fix: install it (Debian: apt-get install wrk).")
    with serving(Path(sys.argv[1])) as port:
        command = ["wrk", "-t2", "-c64", "-d10s", "--latency", "-H", "Accept-Encoding: br", f"http://127.0.0.1:{port}/cy/rhwystrau/"]
        answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print(answer)
    print("errors" if "Socket errors" in answer or "Non-2xx" in answer else "not one error")


if __name__ == "__main__":
    main()
