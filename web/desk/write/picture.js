/** A picture that an editor chose, made fit for the site: small enough, without what the camera wrote into it. */

/** Bytes that a picture may have on the site: what is larger keeps readers on slow networks waiting. */
const LARGEST = 500_000;
/** Pixels of its longer side: twice the widest column of text. */
const LONGEST = 1600;
const KINDS = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif", "image/bmp"];

/**
 * @typedef {{name: string, bytes: Uint8Array, width: number, height: number, words: string}} Picture `words` is what was done to it
 */

/**
 * The picture as it will be in the site. Drawn anew, it has no place, day or device of the camera any more.
 * Throws an Error with a sentence where it cannot be used.
 *
 * @param {File} file
 * @param {string} name without its ending
 * @returns {Promise<Picture>}
 */
export async function fitPicture(file, name) {
  if (file.type === "image/svg+xml") {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (bytes.length > LARGEST)
      throw new Error(`This drawing has ${kilobytes(bytes.length)}; at most ${kilobytes(LARGEST)} are taken.`);
    return {
      name: `${name}.svg`,
      bytes,
      width: 0,
      height: 0,
      words: "The drawing is taken as it is; the check looks into it.",
    };
  }
  if (!KINDS.includes(file.type)) {
    throw new Error(`“${file.name}” is no picture that browsers show. Save it as PNG, JPEG or SVG first.`);
  }
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error(`“${file.name}” cannot be read as a picture. Save it anew as PNG or JPEG.`);
  });
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const blob = await smallest(canvas);
  if (blob.size > LARGEST) {
    throw new Error(
      `Even made smaller this picture has ${kilobytes(blob.size)}; at most ${kilobytes(LARGEST)} are taken.`,
    );
  }
  const { width, height } = canvas;
  return {
    name: `${name}.${blob.type === "image/webp" ? "webp" : "png"}`,
    bytes: new Uint8Array(await blob.arrayBuffer()),
    width,
    height,
    words: `${kilobytes(file.size)} became ${kilobytes(blob.size)}, ${width} by ${height} pixels. What the camera wrote into it is removed.`,
  };
}

/** As WebP, or as PNG where the browser does not write WebP or writes it larger. @param {HTMLCanvasElement} canvas */
async function smallest(canvas) {
  const blobs = await Promise.all([blobOf(canvas, "image/webp"), blobOf(canvas, "image/png")]);
  const found = blobs.filter((blob) => blob !== null).sort((one, other) => one.size - other.size)[0];
  if (!found) throw new Error("The browser could not draw this picture.");
  return found;
}

/** @param {HTMLCanvasElement} canvas @param {string} type @returns {Promise<Blob | null>} */
function blobOf(canvas, type) {
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.85));
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return `${Math.max(1, Math.round(bytes / 1000))} kB`;
}

/** A file's name that every system takes, made of what somebody called it. @param {string} words */
export function fileName(words) {
  return (
    words
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/\.[^.]*$/, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 60) || "picture"
  );
}
