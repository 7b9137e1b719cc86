"""The index of the search: its pages in the order given, and no silence where Pagefind cannot go on."""

import gzip
import json
from pathlib import Path

import pytest

from web.search import _ask, build_index

PAGE = '<html lang="cy"><main data-pagefind-body><h1>{title}</h1><p>Geiriau am {title}.</p></main></html>'


def test_pages_are_numbered_in_the_order_in_which_they_are_named(tmp_path):
    for name in ("b", "a", "c"):
        (tmp_path / f"{name}.html").write_text(PAGE.format(title=name * 3), encoding="utf-8")
    build_index(tmp_path, ["c.html", "a.html", "b.html"], {"aaa": ["aaa"]}, {})
    urls = {path.stem: read(path)["url"] for path in (tmp_path / "pagefind/fragment").iterdir()}
    pages = gzip.decompress(next((tmp_path / "pagefind").glob("*.pf_meta")).read_bytes()).decode("latin-1")
    assert [urls[name] for name in sorted(urls, key=pages.index)] == ["/c.html", "/a.html", "/b.html"]


def read(fragment: Path) -> dict:
    return json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(b"pagefind_dcd"))


def test_what_pagefind_cannot_do_is_an_error():
    with pytest.raises(OSError, match="Pagefind: Invalid index, does not yet exist in the Pagefind service"):
        _ask([{"type": "GetFiles", "index_id": 7}])
