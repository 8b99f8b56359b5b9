/**
 * Why a host did not do what was asked, in words for an editor.
 *
 * @typedef {"token" | "rights" | "absent" | "changed" | "exists" | "wait" | "host" | "line" | "offline" | "stopped" | "other"} Reason
 */

/** Handing in has to stop. The message says what is wrong and what to do. */
export class Refusal extends Error {
  /** @param {Reason} reason @param {string} words */
  constructor(reason, words) {
    super(words);
    this.reason = reason;
  }
}

/**
 * What a host says of a request that it refused.
 *
 * @typedef {object} Reply
 * @property {number} status
 * @property {string} says the host's own words; may be empty
 * @property {Headers} headers
 */

/** Words by which a host says that a token may not do what was asked, and not that its owner may not. */
const SCOPE = /scope|not accessible by personal access token|SAML|single sign|higher privileges/i;
const PROTECTED =
  /protect|rule violation|not allowed to push|permission to write to the target branch|cannot commit|Reference update failed/i;

const MOVED =
  /does not match|file with this name already exists|file already exists|file does ?n[o']t exist|has changed since|is at .* but expected/i;

/**
 * @param {Reply} reply
 * @param {{host: string, doing: string, tokenNeeds: string, now: Date, hasToken: boolean}} about
 * @returns {Refusal}
 */
export function refusalOf({ status, says, headers }, { host, doing, tokenNeeds, now, hasToken }) {
  const quoted = says ? ` ${host} says: “${says}”` : "";
  const wait = waitOf(status, headers, says, now);
  if (wait !== null)
    return new Refusal("wait", `${host} takes no more requests for now. Try again ${when(wait, now)}.`);
  if (status === 401) {
    if (!hasToken) return new Refusal("token", `${host} wants a token. Enter one.`);
    if (/expired/i.test(says))
      return new Refusal("token", `The token has expired. Make a new one at ${host} and enter it.`);
    if (/revoked/i.test(says))
      return new Refusal("token", `The token was taken back at ${host}. Make a new one and enter it.`);
    return new Refusal(
      "token",
      `${host} does not accept the token. It was not copied whole, has expired, or was taken back. Enter it again, or make a new one.`,
    );
  }
  if ([400, 403, 409, 422].includes(status) && PROTECTED.test(says))
    return new Refusal(
      "rights",
      `${host} does not let you write there: the branch is protected. Ask whoever looks after the site, or choose another way to hand in.${quoted}`,
    );
  if ([400, 409, 412, 422].includes(status) && MOVED.test(says))
    return new Refusal(
      "changed",
      `Someone changed the same file at ${host} at this moment. Hand in again: the newest is fetched first.`,
    );
  if (status === 403 && SCOPE.test(says))
    return new Refusal(
      "rights",
      `The token is right, but it does not allow this. Make one that does: ${tokenNeeds}.${quoted}`,
    );
  if (status === 403)
    return new Refusal(
      "rights",
      `${host} does not allow this. Your account, or the token, has no right to write to the repository. The token needs: ${tokenNeeds}.${quoted}`,
    );
  if (status === 404 || status === 410)
    return new Refusal(
      "absent",
      `${host} did not find what was asked for while ${doing}. ` +
        `Either the settings of this site name another repository, or the token was not made for it. The token needs: ${tokenNeeds}.`,
    );
  if (status === 409 || status === 412)
    return new Refusal("changed", `Someone changed the same thing at ${host} at this moment. Hand in again.${quoted}`);
  if (status === 413) return new Refusal("other", `${host} finds a file too large. Make the picture smaller.`);
  if (status === 423)
    return new Refusal(
      "rights",
      `The repository at ${host} is archived: nothing can be written to it. Ask whoever looks after the site.`,
    );
  if (status >= 500)
    return new Refusal(
      "host",
      `${host} has a fault of its own (${status}) and could not answer while ${doing}. Try again in some minutes.`,
    );
  return new Refusal(
    "other",
    `${host} refused the request while ${doing} (${status}). Tell whoever looks after the site.${quoted}`,
  );
}

/**
 * Until when a host wants no requests: milliseconds since 1970, or 0 where it does not say; null where it does not ask to wait.
 *
 * @param {number} status @param {Headers} headers @param {string} says @param {Date} now
 */
function waitOf(status, headers, says, now) {
  const isLimit =
    status === 429 || (status === 403 && (headers.get("x-ratelimit-remaining") === "0" || /rate limit/i.test(says)));
  if (!isLimit) return null;
  const seconds = Number(headers.get("retry-after"));
  if (seconds > 0) return now.getTime() + seconds * 1000;
  return Number(headers.get("x-ratelimit-reset") ?? headers.get("ratelimit-reset") ?? 0) * 1000;
}

/** @param {number} moment @param {Date} now */
function when(moment, now) {
  const minutes = Math.ceil((moment - now.getTime()) / 60_000);
  if (!(minutes > 0)) return "in some minutes";
  const at = new Date(moment).toLocaleTimeString("en-US", { hour: "numeric", minute: "2-digit" });
  return `in ${minutes} ${minutes === 1 ? "minute" : "minutes"}, at ${at}`;
}

/**
 * No answer came at all.
 *
 * @param {"timeout" | "stopped" | "cut"} why
 * @param {{host: string, address: string, doing: string, isOnline: boolean, hasAnswered: boolean}} about
 */
export function noAnswer(why, { host, address, doing, isOnline, hasAnswered }) {
  if (why === "stopped") return new Refusal("stopped", "You stopped it.");
  if (!isOnline) return new Refusal("offline", "This computer is offline. Hand in again when it has a network.");
  if (why === "timeout") return new Refusal("line", `${host} did not answer in time while ${doing}. Hand in again.`);
  if (hasAnswered) return new Refusal("line", `The line to ${host} was cut while ${doing}. Hand in again.`);
  return new Refusal(
    "line",
    `There is no answer from ${address}. Perhaps its address in the settings of this site is wrong, your network keeps this page from ` +
      `reaching it, or ${host} takes no requests from pages of this site. Choose another way, or ask whoever looks after the site.`,
  );
}
