"""The published site behind nginx, as scripts/nginx/ sets it up."""

import http.client
import json
import re

import brotli
import pytest

from conftest import ROOT
from run_server import serving
from test_publish import publish

pytestmark = pytest.mark.everything


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The port of nginx with the published site."""
    folder = tmp_path_factory.mktemp("nginx")
    assert publish(ROOT, folder / "site").returncode == 0
    # pytest keeps its folders to itself, and nginx works with fewer rights.
    for path in (folder, folder.parent, folder.parent.parent):
        path.chmod(0o755)
    with serving(folder / "site") as port:
        yield port


def ask(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
    answer = connection.getresponse()
    return answer, answer.read()


def test_pages_are_compressed_and_asked_for_anew(server):
    plain, html = ask(server, "/cy/rhwystrau/")
    packed, body = ask(server, "/cy/rhwystrau/", Accept_Encoding="gzip, br")
    assert (packed.getheader("Content-Encoding"), brotli.decompress(body)) == ("br", html)
    assert ask(server, "/cy/rhwystrau/", Accept_Encoding="gzip")[0].getheader("Content-Encoding") == "gzip"
    assert {name: plain.getheader(name) for name in ("Content-Type", "Cache-Control", "X-Content-Type-Options", "Referrer-Policy")} == {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-cache",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
    }
    assert plain.getheader("Content-Security-Policy") == "frame-ancestors 'none'"
    assert plain.getheader("Strict-Transport-Security") == "max-age=31536000"


def test_what_is_named_by_its_content_is_kept(server):
    html = ask(server, "/")[1].decode()
    script = re.search(r'src="([^"]+\.js)"', html)[1]
    answer, _ = ask(server, f"/{script}")
    assert (answer.status, answer.getheader("Cache-Control")) == (200, "public, max-age=31536000, immutable")
    assert answer.getheader("X-Content-Type-Options") == "nosniff"
    for path in ("/pagefind/pagefind.js", "/worker.js", "/offline.html"):
        assert ask(server, path)[0].getheader("Cache-Control") == "no-cache"


def test_a_wrong_address_speaks_both_languages(server):
    answer, body = ask(server, "/cy/nid-yma/")
    assert answer.status == 404
    assert "Heb ddod o hyd" in body.decode() and "Page not found" in body.decode()


@pytest.mark.parametrize(
    "path", ["/../nginx.conf", "/..%2fnginx.conf", "/%2e%2e/nginx.conf", "/_headers", "/checksums.txt", "/cy/..%5c..%5cnginx.conf"]
)
def test_nothing_else_is_given_away(server, path):
    assert ask(server, path)[0].status in (400, 404)


def test_the_page_list_of_folders_is_not_shown(server):
    assert ask(server, "/assets/")[0].status == 404
    assert json.loads(ask(server, "/pagefind/pagefind-entry.json")[1])["languages"].keys() == {"cy", "en"}
