/**
 * The image of Python's memory, taken before the reader's first question and kept in the reader's own browser, so that
 * the next visit need not start Python anew. It is used only if every byte is as it was stored.
 */
import { files } from "bundle:files";

const STORE = "python-image";
const HINT = "python-image";

/** Known at once, without waiting for the store: whether this build left an image here. */
export function imageExpected() {
  try {
    return localStorage.getItem(HINT) === files.build;
  } catch {
    return false; // storage is forbidden
  }
}

/** @param {boolean} there */
function expectImage(there) {
  try {
    if (there) localStorage.setItem(HINT, files.build);
    else localStorage.removeItem(HINT);
  } catch {
    // Storage is forbidden: every visit starts anew.
  }
}

/** The stored image, or null. @returns {Promise<ArrayBuffer | null>} */
export async function storedImage() {
  try {
    const found = await (await caches.open(STORE)).match(place());
    if (!found) return null;
    const bytes = await found.arrayBuffer();
    return (await digest(bytes)) === found.headers.get("x-digest") ? bytes : null;
  } catch {
    return null;
  }
}

/** Keeps an image and forgets those of older builds. @param {ArrayBuffer} bytes */
export async function keepImage(bytes) {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota - usage < 3 * bytes.byteLength) return;
  const store = await caches.open(STORE);
  const headers = { "content-type": "application/octet-stream", "x-digest": await digest(bytes) };
  await store.put(place(), new Response(bytes, { headers }));
  for (const key of await store.keys()) if (key.url !== place()) await store.delete(key);
  expectImage(true);
}

export async function forgetImage() {
  expectImage(false);
  try {
    await caches.delete(STORE);
  } catch {
    // There is no store, so nothing to forget.
  }
}

const place = () => new URL(`image-${files.build}`, import.meta.url).href;

/** @param {ArrayBuffer} bytes */
async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
