"""Whether mkdocs.yml pairs downloads that are there: one document, under a name in each language."""

from collections import Counter
from pathlib import Path, PurePosixPath

from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.files import is_file
from sources.settings import PATH, Settings


def download_unclear(settings: Settings, root: Path) -> list[Problem]:
    """Pairs of downloads with one that is not there, that another pair has too, or that is of another kind than its counterpart."""
    used, problems = Counter(settings.downloads.values()), []
    for pair in settings.downloads.items():
        paths = [f"{locale.folder}/{name}" for locale, name in zip(LOCALES, pair, strict=True)]
        if gone := [path for path in paths if path.endswith(".md") or not is_file(root / path)]:
            message, fix = (
                Message("{file} is no download that is there.", file=gone[0]),
                Message("add the file, or write the name of one that is there."),
            )
        elif used[pair[1]] > 1:
            message, fix = Message("{file} has several counterparts.", file=paths[1]), Message("name each download once.")
        elif len({PurePosixPath(name).suffix for name in pair}) > 1:
            message = Message("{file} and {other} are of two kinds.", file=paths[0], other=paths[1])
            fix = Message("save both in the same way.")
        else:
            continue
        problems.append(Problem(PATH, settings.line("extra", "downloads", pair[0]), "download_unclear", message, fix))
    return problems
