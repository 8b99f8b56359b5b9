/** The QR code of a link, as a drawing. Fetched when a reader first wants one. */
import { encode } from "uqr";

const SVG = "http://www.w3.org/2000/svg";
/** Modules of white around the code, without which cameras do not find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** @param {string} link @param {string} name */
export function qrView(link, name) {
  const { size, data } = encode(link, { ecc: "L", border: QUIET_ZONE });
  const path = document.createElementNS(SVG, "path");
  const rows = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")));
  path.setAttribute("d", rows.join(""));
  const drawing = document.createElementNS(SVG, "svg");
  for (const [attribute, value] of Object.entries({
    class: "qr-code",
    viewBox: `0 0 ${size} ${size}`,
    role: "img",
    "aria-label": name,
    "shape-rendering": "crispEdges",
  }))
    drawing.setAttribute(attribute, value);
  drawing.append(path);
  return drawing;
}
