"""Runs the program that makes the HTML of pages, with the words that follow: build, serve.

The one place that names it. ENGINE in the environment names another that takes its place, such as properdocs:
`make test-all` builds with those that are known to write the same bytes.
"""

import os
import runpy
import sys

ENGINE = os.environ.get("ENGINE", "mkdocs")

if __name__ == "__main__":
    del sys.path[0]  # Nothing in this folder is meant for it.
    runpy.run_module(ENGINE, run_name="__main__", alter_sys=True)
