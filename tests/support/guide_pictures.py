"""Pictures of the editors' guide: each is what a step of the guide shows, taken by the test of that step."""

import os
from base64 import b64decode, b64encode
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

MOST_BYTES = 60_000
"""For readers on slow networks."""
_EDGE = 8
"""Pixels around what is shown, for what is drawn around the focus; above it stands something else."""
_ROOM = 120
"""Pixels of the window that what is shown cannot have: the head of the page stays above it."""
# Drawn anew, a picture has no words of the program that made it. Its most frequent colors stay, as many as fit, and each other
# becomes the nearest of them: letters stay sharp.
_AS_WEBP = """async ([png, most]) => {
    const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
    const drawn = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
    const canvas = new OffscreenCanvas(drawn.width, drawn.height);
    const context = canvas.getContext("2d", {alpha: false});
    context.drawImage(drawn, 0, 0);
    const whole = context.getImageData(0, 0, drawn.width, drawn.height);
    const times = new Map();
    const pixels = new Uint32Array(whole.data.buffer);
    for (const color of pixels) times.set(color, (times.get(color) ?? 0) + 1);
    const frequent = [...times.keys()].sort((one, other) => times.get(other) - times.get(one));
    const parts = (color) => [color & 255, (color >> 8) & 255, (color >> 16) & 255];
    for (const count of [256, 128, 64, 32, 16]) {
        const kept = frequent.slice(0, count).map((color) => [color, parts(color)]);
        const nearest = new Map(frequent.map((color) => {
            const own = parts(color);
            const far = (other) => own.reduce((sum, part, i) => sum + (part - other[i]) ** 2, 0);
            return [color, kept.reduce((best, one) => (far(one[1]) < far(best[1]) ? one : best))[0]];
        }));
        const reduced = new ImageData(drawn.width, drawn.height);
        new Uint32Array(reduced.data.buffer).set(pixels.map((color) => nearest.get(color)));
        context.putImageData(reduced, 0, 0);
        const made = await canvas.convertToBlob({type: "image/webp", quality: 1}); // 1: nothing is lost
        if (made.size > most) continue;
        return btoa(Array.from(new Uint8Array(await made.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(""));
    }
    throw new Error(`${drawn.width} × ${drawn.height} pixels of this do not fit into ${most} bytes: show less.`);
}"""


def take_picture(page: Page, name: str, shown: Locator, height: int | None = None) -> None:
    """Save what is shown as `name`.webp in the folder that GUIDE_PICTURES names; without one only see that it is shown.

    The window grows for what is higher than it; `height` takes the upper part alone.
    """
    expect(shown).to_be_visible()
    folder = os.environ.get("GUIDE_PICTURES")
    if not folder:
        return
    before, box = page.viewport_size, shown.bounding_box()
    assert before
    assert box
    page.set_viewport_size({**before, "height": max(before["height"], (height or int(box["height"])) + _ROOM)})
    shown.evaluate("element => element.scrollIntoView({block: 'start', behavior: 'instant'})")
    Path(folder, f"{name}.webp").write_bytes(_picture(page, shown, height))
    page.set_viewport_size(before)


def _picture(page: Page, shown: Locator, height: int | None) -> bytes:
    box, window = shown.bounding_box(), page.viewport_size
    assert box
    assert window
    left, top = max(box["x"] - _EDGE, 0), max(box["y"], 0)
    right = min(box["x"] + box["width"] + _EDGE, window["width"])
    bottom = min(box["y"] + (height or box["height"]) + _EDGE, window["height"])
    png = page.screenshot(
        animations="disabled", clip={"x": left, "y": top, "width": right - left, "height": bottom - top}
    )
    made: str = page.evaluate(_AS_WEBP, [b64encode(png).decode(), MOST_BYTES])
    return _pixels_alone(b64decode(made))


def _pixels_alone(webp: bytes) -> bytes:
    """The picture without what stands beside its pixels, such as the description of the screen's colors."""
    at = len(b"RIFF....WEBP")
    while webp[at : at + 4] != b"VP8L":
        size = int.from_bytes(webp[at + 4 : at + 8], "little")
        at += 8 + size + size % 2
    size = int.from_bytes(webp[at + 4 : at + 8], "little")
    chunk = b"WEBP" + webp[at : at + 8 + size + size % 2]
    return b"RIFF" + len(chunk).to_bytes(4, "little") + chunk
