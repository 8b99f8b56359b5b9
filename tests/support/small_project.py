"""A project small enough to break: two right articles, one of them a draft, and a picture."""

import shutil
from pathlib import Path

from support.broken_articles import GOOD

PROJECT = Path(__file__).resolve().parents[2]
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><title>A curve</title></svg>\n'


def small_project(root: Path) -> Path:
    """A project with two right articles, one of them a draft, and a picture."""
    articles, images = root / "content" / "articles", root / "content" / "images" / "articles"
    for folder in (articles, images, root / "docs"):
        folder.mkdir(parents=True)
    (root / "mkdocs.yml").write_text("site_name: Test\n", "utf-8")
    for name in ("people.yml", "taxonomy.yml"):
        shutil.copy(PROJECT / "content" / name, root / "content" / name)
    (images / "curve.svg").write_text(DRAWING, "utf-8")
    (articles / "there.md").write_text(GOOD.replace('"case"', '"there"') + "## Doses\n\nText.\n", "utf-8")
    (articles / "unfinished.md").write_text(GOOD.replace('"case"', '"unfinished"\ndraft: true') + "Text.\n", "utf-8")
    return root
