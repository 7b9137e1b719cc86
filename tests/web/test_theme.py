"""The theme that the site stands on: pages take nothing of it, so that it may go."""

import os

from commands import start_command
from conftest import ENGINE, copy_generator, write


def test_without_the_theme_the_same_bytes_are_written(site):
    copy_generator(site, "hooks")

    def built(name):
        settings = {**os.environ, "HANDOUTS": "0", "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
        result = start_command([*ENGINE[1:], "build", "--strict", "--site-dir", str(site.parent / name)], site, settings)
        assert result.returncode == 0, result.stderr
        return {path.relative_to(site.parent / name).as_posix(): path.read_bytes() for path in (site.parent / name).rglob("*") if path.is_file()}

    with_theme = built("with")
    for name, old, new in (("mkdocs.yml", "  name: material", "  name: null"), ("hooks/guard/settings.py", '"name": "material"', '"name": None')):
        text = (site / name).read_text(encoding="utf-8")
        assert old in text
        write(site / name, text.replace(old, new))
    assert built("without") == with_theme
