/**
 * Why Python is not there, in words for a reader.
 *
 * @typedef {"unsupported" | "blocked" | "memory" | "network" | "damaged" | "stalled" | "wrong" | "died" | "slow"} Reason
 */

/** @type {Record<Reason, string>} */
const SENTENCES = {
  unsupported:
    "This browser is too old to run the calculators. Use a current version of Chrome, Edge, Firefox or Safari.",
  blocked: "This browser, or the network it is on, does not allow the calculators to run here.",
  memory: "There is not enough free memory to run the calculators. Close other tabs or programs, then try again.",
  network: "A part of the calculators could not be fetched. Check the connection and try again.",
  damaged: "A part of the calculators did not arrive as it was published, and was not used. Try again.",
  stalled: "The calculators took too long to start. Check the connection and try again.",
  wrong: "The calculators did not pass their check on this device, so they give no answers here.",
  died: "The calculators stopped unexpectedly. Try again.",
  slow: "The calculators took too long to answer. Try again.",
};

export class EngineFailure extends Error {
  /** @param {Reason} reason @param {unknown} [cause] */
  constructor(reason, cause) {
    super(SENTENCES[reason], { cause });
    this.name = "EngineFailure";
    this.reason = reason;
  }
}

/** What browsers say of two causes that look like others; Python itself says `MemoryError`. @type {[Reason, RegExp][]} */
const WORDS = [
  [
    "blocked",
    /Content.Security.Policy|\bCSP\b|Trusted ?(Script|Type)|unsafe-eval|SecurityError|disallowed by embedder/i,
  ],
  ["memory", /out of memory|memory ?error|(allocat|create|grow)\w*\b.*\bmemory|\ballocation (failed|failure)/i],
];

/**
 * The failure behind whatever was thrown while a file was fetched or compiled.
 * @param {unknown} thrown
 * @param {Reason} otherwise
 */
export function failureFrom(thrown, otherwise) {
  if (thrown instanceof EngineFailure) return thrown;
  const words = String(thrown);
  for (const [reason, pattern] of WORDS) if (pattern.test(words)) return new EngineFailure(reason, thrown);
  return new EngineFailure(otherwise, thrown);
}
