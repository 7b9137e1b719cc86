"""The published site behind nginx, as scripts/nginx/ sets it up."""

import http.client
import json
import re
import shutil
import socket
import subprocess
import time

import brotli
import pytest
from conftest import ROOT
from install_server import MODULE
from test_publish import publish

pytestmark = pytest.mark.everything


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The port of nginx with the published site."""
    folder = tmp_path_factory.mktemp("nginx")
    site = folder / "site"
    assert publish(ROOT, site).returncode == 0
    folder.chmod(0o755)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shutil.copy(ROOT / "scripts/nginx/headers.conf", folder)
    ours = (ROOT / "scripts/nginx/site.conf").read_text(encoding="utf-8")
    (folder / "site.conf").write_text(ours.replace("/srv/site", str(site)).replace("127.0.0.1:8080", f"127.0.0.1:{port}"), encoding="utf-8")
    (folder / "nginx.conf").write_text(
        f"load_module {MODULE};\nuser root;\nworker_processes 2;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\n"
        "events {}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; client_body_temp_path {folder}/body; include {folder}/site.conf; }}\n",
        encoding="utf-8",
    )
    nginx = shutil.which("nginx", path="/usr/sbin:/usr/bin")
    with subprocess.Popen([nginx, "-c", str(folder / "nginx.conf"), "-p", str(folder), "-g", "daemon off;"]) as process:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
        process.terminate()


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
    assert ask(server, "/pagefind/pagefind.js")[0].getheader("Cache-Control") == "no-cache"


def test_a_wrong_address_speaks_both_languages(server):
    answer, body = ask(server, "/cy/nid-yma/")
    assert answer.status == 404
    assert "Heb ddod o hyd" in body.decode() and "Page not found" in body.decode()


@pytest.mark.parametrize("path", ["/../nginx.conf", "/..%2fnginx.conf", "/%2e%2e/nginx.conf", "/_headers", "/checksums.txt", "/cy/..%5c..%5cnginx.conf"])
def test_nothing_else_is_given_away(server, path):
    assert ask(server, path)[0].status in (400, 404)


def test_the_page_list_of_folders_is_not_shown(server):
    assert ask(server, "/assets/")[0].status == 404
    assert json.loads(ask(server, "/pagefind/pagefind-entry.json")[1])["languages"].keys() == {"cy", "en"}
