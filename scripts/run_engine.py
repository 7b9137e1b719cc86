"""Runs the program that makes the HTML of pages, with the words that follow: build, serve.

The one place that names it. ENGINE in the environment names another that takes its place, such as properdocs:
`make test-all` builds with those that are known to write the same bytes. Where mkdocs.yml would stop it before it
asks the guard, the guard tells why in its place.
"""

import json
import os
import runpy
import sys
from pathlib import Path

ENGINE = os.environ.get("ENGINE", "mkdocs")


def told_instead() -> bool:
    """Whether the engine could not start with mkdocs.yml: then everything that is wrong has been told."""
    from guard.all_checks import check_sources
    from guard.shapes import stops_engine
    from messages.problem import for_programs, report
    from messages.terminal import print_any_letter
    from sources.all_sources import read_sources
    from sources.options import read_options
    from sources.settings import PATH, read_settings
    from sources.writing import write_whole

    if not Path(PATH).exists() or not stops_engine(read_settings(Path(PATH))):
        return False
    print_any_letter()
    asked = read_options()
    problems = check_sources(read_sources(Path.cwd()), asked.publish, asked.require_reviewed)
    if asked.problems_file:
        write_whole(Path(asked.problems_file), json.dumps(for_programs(problems, []), ensure_ascii=False).encode())
    print(report(problems), file=sys.stderr)
    return True


if __name__ == "__main__":
    sys.path[0] = str(Path.cwd() / "hooks")
    if {"build", "serve"}.intersection(sys.argv[1:2]) and told_instead():
        sys.exit(1)
    del sys.path[0]  # Nothing in that folder is meant for the engine, which adds it for the hook.
    runpy.run_module(ENGINE, run_name="__main__", alter_sys=True)
