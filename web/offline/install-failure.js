/** Why a file of this edition did not arrive as it must be. */

import { integrityOf } from "./page-source.js";

/**
 * changed       the host sends this edition, and other bytes for the file: it was changed on the way
 * updating      the host sends another edition by now, or still the file of the edition before
 * unreachable   it did not come, or has come by now
 *
 * @typedef {"changed" | "updating" | "unreachable"} Failure
 */

/**
 * Looks at the file once more, without its digest.
 *
 * @param {string} address
 * @param {string} integrity what it must be
 * @param {{script: string, version: string}} edition the address of the service worker, and what its text must hold
 * @param {(address: string) => Promise<Response | undefined>} before the file as an earlier edition has stored it
 * @param {typeof fetch} [fetched]
 * @returns {Promise<Failure>}
 */
export async function failureOf(address, integrity, { script, version }, before, fetched = fetch) {
  try {
    const [file, worker] = await Promise.all(
      [address, script].map((one) => fetched(one, { cache: "reload", credentials: "same-origin" })),
    );
    if (!file?.ok || !worker?.ok) return "unreachable";
    const found = await integrityOf(await file.arrayBuffer());
    if (found === integrity) return "unreachable";
    const stored = await before(address);
    const isOlder = stored !== undefined && (await integrityOf(await stored.arrayBuffer())) === found;
    return (await worker.text()).includes(version) && !isOlder ? "changed" : "updating";
  } catch {
    return "unreachable";
  }
}
