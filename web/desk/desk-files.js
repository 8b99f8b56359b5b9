/** All files that were changed at the desk and not handed in: known to press, and kept on this device if the editor wants that. */
import { chosen } from "./choices.js";
import { draftOf, drafts, forget, keepDraft } from "./drafts/drafts.js";

/** @import { Services } from "./contract.d.ts" */
/** @import { Draft } from "./drafts/drafts.js" */

export class DeskFiles {
  #python;
  /** Pictures, which press does not read as text. @type {Map<string, string>} */
  #pictures = new Map();
  /** What was handed in since the desk was opened, by path. @type {Map<string, string | null>} */
  #handed = new Map();
  /** Articles whose published text became another one after the draft was begun. @type {Set<string>} */
  outdated = new Set();

  /** @param {Services} python */
  constructor(python) {
    this.#python = python;
  }

  /** Gives press what this device has kept. What press refuses stays among the drafts. */
  async restore() {
    const kept = await drafts().catch(() => []);
    for (const { path, text, base, base64 } of kept) {
      if (base64) this.#pictures.set(path, base64);
      const published = base64 ? base : await this.#published(path);
      if (published !== base) this.outdated.add(path);
      await this.#python.keep({ files: [base64 ? { path, base64 } : { path, text }] }).catch(() => {});
    }
  }

  /** Every changed file, as it is handed in. @returns {Promise<Draft[]>} */
  async changed() {
    const at = Date.now();
    const texts = await this.#python.changes();
    const pictures = [...this.#pictures].map(([path, base64]) => ({ path, text: null, base: null, base64, at }));
    const own = texts.filter(({ path }) => !this.#pictures.has(path));
    const kept = new Map((await drafts().catch(() => [])).map((draft) => [draft.path, draft]));
    return [...own, ...pictures]
      .map((one) => ({ at, ...one, base: kept.get(one.path)?.base ?? one.base, title: kept.get(one.path)?.title }))
      .filter(({ path, text }) => !this.#handed.has(path) || this.#handed.get(path) !== text);
  }

  /** Keeps on this device what a command has changed. */
  async keepAll() {
    if (!chosen("keep")) return;
    for (const draft of await this.changed()) {
      const kept = await draftOf(draft.path);
      if (!kept || kept.text !== draft.text || kept.base64 !== draft.base64) await keepDraft({ ...kept, ...draft });
    }
  }

  /** @param {string} path @param {Uint8Array} bytes */
  async addPicture(path, bytes) {
    const base64 = base64Of(bytes);
    this.#pictures.set(path, base64);
    await this.#python.keep({ files: [{ path, base64 }] });
    await this.keepAll();
  }

  /** The pictures that the site does not have yet, drawings that press has made among them, by path, as base64. */
  async pictures() {
    const texts = (await this.#python.changes()).filter(({ path }) => path.endsWith(".svg"));
    const drawn = texts.flatMap(({ path, text }) =>
      text === null ? [] : [/** @type {[string, string]} */ ([path, base64Of(new TextEncoder().encode(text))])],
    );
    return new Map([...drawn, ...this.#pictures]);
  }

  /**
   * Lets drafts be others, here and on this device: those of `before` that are not in `after` are again as published.
   *
   * @param {readonly Draft[]} before
   * @param {readonly Draft[]} after
   */
  async become(before, after) {
    // The device first, and at once: whoever opens the article next must not get the draft.
    const kept = [
      ...before.filter(({ path }) => !after.some((one) => one.path === path)).map(({ path }) => forget(path)),
      ...after.map(keepDraft),
    ];
    for (const { path } of before) {
      if (after.some((one) => one.path === path)) continue;
      this.#pictures.delete(path);
      this.outdated.delete(path);
      await this.#python.keep({ files: [{ path, text: await this.#published(path) }] });
    }
    for (const { path, text, base64 } of after) {
      if (base64) this.#pictures.set(path, base64);
      await this.#python.keep({ files: [base64 ? { path, base64 } : { path, text }] });
    }
    await Promise.all(kept);
  }

  /**
   * What was handed in is no draft any more; a list of which a part was handed in still is.
   *
   * @param {readonly {path: string, text: string | null, bytes?: Uint8Array}[]} files
   */
  async handedIn(files) {
    for (const { path, text, bytes } of files) {
      const kept = await draftOf(path).catch(() => undefined);
      this.#handed.set(path, text);
      this.#pictures.delete(path);
      if (kept && (bytes || kept.text === text)) await forget(path);
    }
  }

  /**
   * Carries something out and gives the way back: every file as it was before.
   *
   * @template Result
   * @param {() => Promise<Result>} act
   * @returns {Promise<{result: Result, undo: () => Promise<void>}>}
   */
  async revertible(act) {
    const before = new Map((await this.#python.changes()).map((file) => [file.path, file.text]));
    const result = await act();
    const after = await this.#python.changes();
    const undo = async () => {
      const files = after
        .filter(({ path, text, base }) => text !== (before.has(path) ? before.get(path) : base))
        .map(({ path, base }) => ({ path, text: before.has(path) ? (before.get(path) ?? null) : base }));
      await this.#python.keep({ files });
      for (const { path } of files) if (!before.has(path)) await forget(path);
      await this.keepAll();
    };
    await this.keepAll();
    return { result, undo };
  }

  /** @param {string} path */
  async #published(path) {
    return this.#python.open({ path }).then(
      ({ published }) => published,
      () => null,
    );
  }
}

/** @param {Uint8Array} bytes */
const base64Of = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
