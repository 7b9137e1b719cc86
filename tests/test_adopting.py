"""Another service takes the repository, as README says: its pages and settings are all that changes, and every test passes."""

import datetime
import re
import shutil
import subprocess
import sys
import zipfile

import pytest
from PIL import Image

from conftest import ROOT, SERVICE, mark_all, write
from messages.locales import ENGLISH, LOCALES

pytestmark = pytest.mark.everything
TEXTS = {
    ENGLISH.code: "\n![A gate](../images/gate.jpg)\n\n![A path](images/path.png)\n\nThere is a [list of tools](tools.docx).\n",
    "cy": "\n![Gât](../images/gate.jpg)\n\n![Llwybr](images/path.png)\n\nMae [rhestr o offer](tools.docx) ar gael.\n",
}


@pytest.fixture
def adopted(tmp_path):
    """A clone of the repository as it stands here, with the content of another service."""
    root = tmp_path / "clone"
    subprocess.run(["git", "clone", "-q", ROOT, root], check=True)
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True)
    for name in listed.stdout.decode().split("\0"):
        if (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
    for name in ("docs", "docs-cy", "images"):
        shutil.rmtree(root / name)
        shutil.copytree(SERVICE / name, root / name)
    change_settings(root)
    Image.linear_gradient("L").save(root / "images/gate.jpg")
    for locale in LOCALES:
        add_files(root / locale.folder, TEXTS[locale.code])
    mark_all(root)
    for words in (["add", "."], ["commit", "-qm", "Adopt"]):
        subprocess.run(["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org", *words], cwd=root, check=True)
    return root


def change_settings(root):
    settings = (SERVICE / "mkdocs.yml").read_text(encoding="utf-8")
    changes = {
        r'telephone: "03069 990 133"': 'telephone: "029 2018 0808"',
        r'telephone: "18001 03069 990 133"': 'telephone: "18001 029 2018 0808"',
        r"^  to_confirm:\n(?:    .*\n)+": "  to_confirm: []\n",
        r"^  leaflets:\n(?:    .*\n)+": "",
        r"^  leaflet:\n(?:    .*\n)+": f"  first_published: {datetime.date.today()}\n",
        r"https://example.org/\B": "https://gardenadvice.co.uk/",
    }
    for pattern, text in changes.items():
        settings, count = re.subn(pattern, text, settings, flags=re.MULTILINE)
        assert count, pattern
    write(root / "mkdocs.yml", settings)


def add_files(folder, text):
    """A picture and a document of one language, which the page about visits shows and links beside a picture of both."""
    (folder / "images").mkdir()
    Image.linear_gradient("L").save(folder / "images/path.png")
    with zipfile.ZipFile(folder / "tools.docx", "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    page = folder / "visits.md"
    write(page, re.sub(r"(?m)^translation: .*", "translation: PIN", page.read_text(encoding="utf-8")) + text)


def test_another_service_adopts_the_repository(adopted):
    for command in (["scripts/run_engine.py", "build", "--strict"], ["-m", "pytest", "-q", "-x", "--numprocesses=auto", "--dist=loadfile"]):
        result = subprocess.run([sys.executable, *command], cwd=adopted, capture_output=True, text=True, encoding="utf-8")
        assert result.returncode == 0, result.stdout[-9000:] + result.stderr[-3000:]
