"""The pictures of the site's mark that have to be PNG, made anew from the mark: run it when the mark or the name changes.

    .venv/bin/python tools/icons.py

Writes docs/assets/images/icon-*.png, shortcut-*.png and link-preview.png with the Chromium of the tests.
"""

import html
import re
import sys
from pathlib import Path

import yaml
from playwright.sync_api import Page, sync_playwright

import browsers
from press.site.web_manifest import SHORTCUT_ICON

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "assets" / "images"
MARK = IMAGES / "favicon.svg"
PREVIEW = (1200, 630)
# A system cuts a maskable icon to a shape of its own; the middle four fifths are safe.
ICONS = {
    "icon-180.png": (180, 0.8),
    "icon-192.png": (192, 1),
    "icon-512.png": (512, 1),
    "icon-maskable-512.png": (512, 0.66),
}

# What a held icon of the app offers: a few signs that tell the tools of the first page apart.
SHORTCUTS = {"iv_dose": "mg", "phq9": "PHQ", "response_status": "%", "cssrs_since_last_visit": "C-SSRS"}
SHORTCUT_SIZE = 96


def page_of_icon(size: int, share: float) -> str:
    """A page that shows the mark: rounded as drawn where it fills the picture, else on its ground from edge to edge."""
    drawing = MARK.read_text("utf-8")
    ground = re.search(r'<rect[^>]*fill="(#\w+)"', drawing)
    if not ground:
        raise SystemExit(f"{MARK.name} has no ground.")
    fill = "transparent" if share == 1 else ground[1]
    style = f"margin:0;display:grid;place-items:center;block-size:{size}px;background:{fill}"
    return f'<body style="{style}"><div style="inline-size:{size * share}px;display:grid">{drawing}</div>'


def page_of_shortcut(signs: str) -> str:
    """The signs of a tool on the ground of the mark."""
    style = (
        f"margin:0;display:grid;place-items:center;block-size:{SHORTCUT_SIZE}px;background:#0d5163;color:#fff;"
        f'font:700 {min(46, 110 // len(signs))}px system-ui,"DejaVu Sans"'
    )
    return f"<body style='{style}'>{html.escape(signs)}"


def page_of_preview() -> str:
    """What chat programs show beside a link: mark, name and what the site is."""
    # The settings hold tags of MkDocs that nobody else reads; these lines have none.
    lines = (ROOT / "mkdocs.yml").read_text("utf-8").split("\n")
    said = yaml.safe_load("\n".join(line for line in lines if line.startswith(("site_name:", "site_description:"))))
    ground = (
        "margin:0;box-sizing:border-box;block-size:630px;padding:90px;background:#0d5163;color:#fff;"
        'font-family:system-ui,"DejaVu Sans"'
    )
    return (
        f"<body style='{ground}'><div style='inline-size:150px'>{MARK.read_text('utf-8')}</div>"
        f"<p style='font-size:74px;font-weight:700;margin:60px 0 20px;line-height:1.1'>{html.escape(said['site_name'])}</p>"
        f"<p style='font-size:36px;margin:0;line-height:1.35'>{html.escape(said['site_description'])}</p>"
    )


def shoot(page: Page, content: str, width: int, height: int, name: str) -> None:
    """Write one picture."""
    page.set_viewport_size({"width": width, "height": height})
    page.set_content(content)
    page.screenshot(path=IMAGES / name, omit_background=True)


def main() -> None:
    """Write all of them."""
    chromium = browsers.chromium()
    if chromium is None:
        sys.exit("There is no Chromium on this machine: run `make browsers`.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(browsers.CHROMIUM_FLAGS))
        page = browser.new_page()
        for name, (size, share) in ICONS.items():
            shoot(page, page_of_icon(size, share), size, size, name)
        for calculator, signs in SHORTCUTS.items():
            name = SHORTCUT_ICON.format(slug=calculator.replace("_", "-"))
            shoot(page, page_of_shortcut(signs), SHORTCUT_SIZE, SHORTCUT_SIZE, name)
        shoot(page, page_of_preview(), *PREVIEW, "link-preview.png")
        browser.close()


if __name__ == "__main__":
    main()
