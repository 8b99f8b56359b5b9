"""Plain mode: the site with Pyodide as published, and without any layer that makes it quick."""

from pathlib import Path


def test_no_layer_is_laid(site: Path, plain_site: Path) -> None:
    compressed = [path.name for path in plain_site.rglob("*") if path.suffix in (".br", ".gz")]
    assert compressed == ["sitemap.xml.gz"]  # MkDocs' own
    page, full = ((one / "calculators" / "iv-dose" / "index.html").read_text("utf-8") for one in (plain_site, site))
    # The second one starts Python early.
    assert (full.count('<script src="../../assets/app/head-'), page.count('<script src="../../assets/app/head-')) == (
        2,
        1,
    )
    assert "assets/css/tokens.css" in page
    (theme,) = (plain_site / "assets" / "javascripts").glob("theme.*.min.js")
    assert "themeParts.searchIndex(" not in theme.read_text("utf-8")
    assert "themeParts.pause(" not in theme.read_text("utf-8")
