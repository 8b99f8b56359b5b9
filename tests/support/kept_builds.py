"""A small project that is built with MkDocs, quickly: with everything of the site but what is made of scripts and of Python."""

import datetime
from collections.abc import Callable, Mapping
from pathlib import Path
from time import mktime
from typing import IO

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from press.mkdocs_plugin import plugin
from support.lively_project import DAY, lively_project

CONFIG = """site_name: Test
site_url: https://site.invalid/
site_description: A site.
theme: {name: null, custom_dir: theme, size: large}
plugins: [press]
nav: [Home: index.md, about.md, Guidance: articles/index.md]
extra: {kept_copy_days: 90}
"""
TEMPLATE = """<title>{{ page.meta.title or page.title }} | {{ config.site_name }} {{ config.extra.kept_copy_days }}</title>
<nav>{% for item in nav %}<a{% if item.active %} class="active"{% endif %}>{{ item.title }}</a>{% endfor %}</nav>
<p class="{{ config.theme.size }}">{{ page.canonical_url }} {{ config.extra.asset }}</p>
<ul>{% for entry in page.toc recursive %}<li>{{ entry.title }}{{ loop(entry.children) }}{% endfor %}</ul>
{% if article %}<p>{{ article.excerpt }} {{ article.reviewed }} {{ article.is_changed_since_review }} {{ facts.is_overdue }}
{{ facts.category }} {{ facts.tags }} {{ facts.author }} {{ facts.picture }} {{ facts.calculators }} {{ facts.reading_minutes }}
{% for other in facts.related %}{{ other.title }}: {{ other.excerpt }}{% endfor %} {{ json_ld }}</p>{% endif %}
{{ page.content }}
"""
SITEMAP = (Path(__file__).parents[2] / "docs" / "overrides" / "sitemap.xml").read_text("utf-8")
CALCULATOR_PAGE = "---\ntitle: IV dose\ncalculator: iv_dose\n---\n\nWhen to use it.\n"


class FewAssets:
    """In place of scripts and style sheets, whose making takes long: one, by an address that a test may change."""

    address = "assets/app/main-1.js"

    def add_to(self, files: Files, config: MkDocsConfig) -> None:
        """Publish it."""
        config.extra["asset"] = self.address
        files.append(File.generated(config, self.address, content=""))

    def add_desk(self, write_project: Callable[[IO[bytes], str], None], config: MkDocsConfig) -> Mapping[str, bytes]:
        """Publish the project."""
        file = Path(config.site_dir) / "assets" / "desk" / "project.zip"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as opened:
            write_project(opened, "project")
        return {}

    def finish(self, config: MkDocsConfig, edition: datetime.date, digests: Mapping[str, bytes]) -> None:
        """Nothing is named by the content of the site."""


def with_few_assets(patch: pytest.MonkeyPatch) -> None:
    """Let builds from now on have few assets."""
    patch.setattr(plugin, "made_assets", lambda *_, **__: FewAssets())


def built_project(root: Path) -> Path:
    """A project that was built once, with what was kept of that."""
    lively_project(root)
    (root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    files = {"theme/main.html": TEMPLATE, "theme/sitemap.xml": SITEMAP, "docs/calculators/iv-dose.md": CALCULATOR_PAGE}
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        with_few_assets(patch)
        site_of(root, DAY, patch)
    return root


def site_of(root: Path, day: str, patch: pytest.MonkeyPatch, folder: str = "site") -> dict[str, bytes]:
    """Every file of the site as it is built on a day."""
    noon = datetime.datetime.fromisoformat(f"{day}T12:00:00")
    patch.setenv("SOURCE_DATE_EPOCH", str(int(mktime(noon.timetuple()))))
    build(load_config(str(root / "mkdocs.yml"), site_dir=str(root / folder)))
    return files_of(root / folder)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its address there."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The files that are not the same in both."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))
