"""Asks each website that the pages link to whether the page is still there.

Exit status: 0 all answer, 1 some do not.
"""

import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import read_arguments
from _command import run
from messages.message import Message
from messages.problem import BOTH, Problem, in_each, report
from sources.all_sources import Sources, read_sources

SECONDS = 20
# Some servers answer nobody who does not say which browser they use.
AGENT = "Mozilla/5.0 (link check of this site)"


def outside_links(sources: Sources) -> dict[str, tuple[str, int]]:
    """Each address of another website with the first place that links to it."""
    found: dict[str, tuple[str, int]] = {}
    for path, content in sources.contents.items():
        for link in content.elements("link"):
            if link.value.startswith(("http://", "https://")):
                found.setdefault(link.value.partition("#")[0], (path, link.line))
    return found


def fault(address: str) -> Message | None:
    """What is wrong with an address, None where it answers."""
    request = urllib.request.Request(address, headers={"User-Agent": AGENT})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):
            return None
    except urllib.error.HTTPError as error:
        # Too many questions, or none from programs: the page may well be there.
        return None if error.code in (401, 403, 405, 429) else Message("{address} answers {code}.", address=address, code=error.code)
    except (OSError, ValueError) as error:
        return Message("{address} does not answer ({reason}).", address=address, reason=getattr(error, "reason", error))


def main() -> int:
    read_arguments(Message("Asks each website that the pages link to whether the page is still there."))
    places = outside_links(read_sources(ROOT))
    with ThreadPoolExecutor(8) as threads:
        faults = dict(zip(places, threads.map(fault, places), strict=True))
    fix = Message("look for its new address, and write that in both languages; or take the link out.")
    problems = [Problem(*places[address], "outside_link", said, fix) for address, said in faults.items() if said]
    # All editors read the issue that this opens.
    print(report(problems, languages=BOTH) if problems else in_each(Message("All {number} answer.", number=len(places))))
    return 1 if problems else 0


if __name__ == "__main__":
    run(main)
