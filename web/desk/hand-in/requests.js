/** Requests to the host of the repository. The token goes into a header of each and nowhere else. */
import { noAnswer, Refusal, refusalOf } from "./refusal.js";

const LONGEST_WAIT = 30_000;
const LONGEST_QUOTE = 200;

/**
 * @typedef {object} Line what requests are made with
 * @property {() => string} token asked for at each request, so that it is held in one place; empty for what everybody may read
 * @property {typeof globalThis.fetch} fetch
 * @property {AbortSignal} [signal] stops all requests
 * @property {() => boolean} isOnline
 * @property {() => Date} now
 *
 * @typedef {object} Service
 * @property {string} host its name in sentences
 * @property {string} api the address that all requests begin with
 * @property {string} tokenNeeds what the token must be allowed, in words
 * @property {"Bearer" | "token"} scheme the word before the token
 * @property {Record<string, string>} [headers]
 */

export class Requests {
  #service;
  #line;
  #hasAnswered = false;

  /** @param {Service} service @param {Line} line */
  constructor(service, line) {
    this.#service = service;
    this.#line = line;
  }

  /**
   * The answer as data, or as bytes; null for one of the `absent` codes. Throws a Refusal for every other fault.
   *
   * @param {string} method
   * @param {string} path
   * @param {{doing: string, body?: object, accept?: string, absent?: number[], as?: "data" | "bytes"}} options
   *   `doing` completes "while …" in what the editor is told
   * @returns {Promise<any>}
   */
  async ask(method, path, { doing, body, accept, absent = [], as = "data" }) {
    const { host, api, tokenNeeds, scheme, headers } = this.#service;
    const { fetch, signal, isOnline, now } = this.#line;
    const token = this.#line.token();
    const limit = new Limit(signal);
    const about = { host, address: new URL(api).origin, doing, tokenNeeds };
    /** @type {Response} */
    let response;
    /** @type {Uint8Array} */
    let content;
    try {
      response = await fetch(`${api}${path}`, {
        method,
        headers: {
          ...headers,
          ...(token ? { Authorization: `${scheme} ${token}` } : {}),
          ...(accept ? { Accept: accept } : {}),
          ...(body ? { "Content-Type": "application/json" } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: limit.signal,
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
      });
      content = new Uint8Array(await response.arrayBuffer());
    } catch {
      const why = limit.isOver ? "timeout" : signal?.aborted ? "stopped" : "cut";
      throw noAnswer(why, { ...about, isOnline: isOnline(), hasAnswered: this.#hasAnswered });
    } finally {
      limit.end();
    }
    this.#hasAnswered = true;
    if (absent.includes(response.status)) return null;
    if (response.ok && as === "bytes") return content;
    const data = dataOf(content);
    if (response.ok && data !== undefined) return data;
    if (response.ok)
      throw new Refusal(
        "line",
        `Something else than ${host} answered while ${doing}: perhaps the sign-in page of your network. Look at your network, then hand in again.`,
      );
    const says = saidBy(data)
      .replaceAll(token || "\0", "…")
      .slice(0, LONGEST_QUOTE);
    throw refusalOf(
      { status: response.status, says, headers: response.headers },
      { ...about, now: now(), hasToken: token !== "" },
    );
  }
}

/** Stops a request that takes too long, or that the editor stops. */
class Limit {
  isOver = false;
  #controller = new AbortController();
  #stop = () => this.#controller.abort();
  #timer = setTimeout(() => {
    this.isOver = true;
    this.#stop();
  }, LONGEST_WAIT);
  #given;

  /** @param {AbortSignal} [given] */
  constructor(given) {
    this.#given = given;
    if (given?.aborted) this.#stop();
    given?.addEventListener("abort", this.#stop);
  }

  get signal() {
    return this.#controller.signal;
  }

  end() {
    clearTimeout(this.#timer);
    this.#given?.removeEventListener("abort", this.#stop);
  }
}

/** @param {Uint8Array} content */
function dataOf(content) {
  try {
    return JSON.parse(new TextDecoder().decode(content));
  } catch {
    return undefined;
  }
}

/** The words in an answer of GitHub, GitLab or Gitea that refuses. @param {any} data */
function saidBy(data) {
  const { message, error, error_description: described, errors } = data ?? {};
  const parts = [
    message ?? error,
    described,
    ...(Array.isArray(errors) ? errors.map((one) => one?.message ?? "") : []),
  ];
  return parts
    .flat()
    .map((part) => (typeof part === "string" ? part : part ? JSON.stringify(part) : ""))
    .filter(Boolean)
    .join(". ");
}

/** @param {Uint8Array} bytes */
export function toBase64(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** @param {string} text */
export const fromBase64 = (text) => Uint8Array.from(atob(text.replaceAll(/\s/g, "")), (sign) => sign.charCodeAt(0));

/** A path in an address: its slashes stay. @param {string} path */
export const inAddress = (path) => path.split("/").map(encodeURIComponent).join("/");
