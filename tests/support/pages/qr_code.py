"""A QR code as a camera finds it: read by a maintained library from what is drawn."""

import re

import zxingcpp
from playwright.sync_api import Locator

# Pixels of a module: enough for the library to find the pattern.
SCALE = 4


def text_of(drawing: Locator) -> str:
    """The text that an SVG of dark unit squares on white says."""
    size = int(str(drawing.get_attribute("viewBox")).split()[-1])
    path = str(drawing.locator("path").get_attribute("d"))
    dark = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", path)}
    rows = [bytes(0 if (x, y) in dark else 255 for x in range(size) for _ in range(SCALE)) for y in range(size)]
    side = size * SCALE
    pixels = memoryview(b"".join(row for row in rows for _ in range(SCALE))).cast("B", (side, side))
    (found,) = zxingcpp.read_barcodes(pixels)
    return str(found.text)
