"""Measures how much wrong Welsh the proofing finds, and how often it is mistaken.

Each row of sentences.tsv is a sound sentence, and three slips that may be made
in it as "right>wrong": a misspelling, a wrong mutation, and English left in.
They were written for this; no speaker has checked them. The rules were made with
sentences.tsv at hand; unseen.tsv was written before anyone looked what they make
of it, and is told apart. Beside the rules of hooks/welsh/grammar.py those of the
package cymraeg-mcp read the same sentences.
"""

import csv
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from cymraeg_mcp.mutations import MutationEngine

from guard.welsh import proof_sources
from messages.locales import WELSH
from sources.all_sources import read_sources
from sources.settings import read_settings
from welsh.dictionary import knows
from welsh.grammar import faults
from welsh.spelling import misspelt
from welsh.vote import vote
from welsh.words import any_of

SETTINGS = read_settings(ROOT / "mkdocs.yml")
NAMES = any_of(SETTINGS.names)
OTHER_RULES = MutationEngine(Path(find_spec("cymraeg_mcp").origin).parent / "data/mutation_rules.yaml", lambda word: knows(WELSH, word))


def our_faults(sentence: str) -> set[str]:
    return {fault.words for fault in faults(sentence, NAMES)}


def other_faults(sentence: str) -> set[str]:
    return {f"{fault.trigger} {fault.word}" for fault in OTHER_RULES.check_text(sentence)}


def unknown_words(sentence: str) -> set[str]:
    english = {sentence} if vote(sentence) > 0 else set()
    return english | {word for word, _ in misspelt(sentence, NAMES, SETTINGS.welsh_words)}


def spoilt(sentence: str, slip: str) -> str:
    right, wrong = slip.split(">")
    return re.sub(rf"(?<!\w){re.escape(right)}(?!\w)", wrong, sentence, count=1)


def missed(rows: list[dict[str, str]], kind: str, check) -> list[str]:
    """The slips of a kind that a check is silent on, or no louder than on the sound sentence."""
    return [row[kind] for row in rows if not check(spoilt(row["correct"], row[kind])) - check(row["correct"])]


def measure(name: str) -> None:
    """Print what is found in the sentences of a file beside this one."""
    with open(Path(__file__).with_name(name), encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    table = [
        ("misspelt", "misspelt", unknown_words),
        ("English left in", "English left in", lambda sentence: unknown_words(sentence) | our_faults(sentence)),
        ("wrongly mutated", "wrongly mutated", our_faults),
        ("wrongly mutated, rules of cymraeg-mcp", "wrongly mutated", other_faults),
    ]
    print(f"{name}:")
    for title, kind, check in table:
        left = missed(rows, kind, check)
        false = sum(bool(check(row["correct"])) for row in rows)
        print(f"{title}: found {len(rows) - len(left)} of {len(rows)}, false alarms in {false} of {len(rows)} sound sentences")
        if left and check is not other_faults:
            print(f"  missed: {', '.join(left)}")


def main() -> None:
    measure("sentences.tsv")
    measure("unseen.tsv")
    sources = read_sources(ROOT)
    words = sum(len(section.text.split()) for each in sources.contents.values() if each.page.locale is WELSH for section in each.sections)
    before = process_time()
    warnings = proof_sources(sources)
    print(f"the site's own Welsh: {len(warnings)} warnings in {words} words, {process_time() - before:.2f} s of CPU")


if __name__ == "__main__":
    main()
