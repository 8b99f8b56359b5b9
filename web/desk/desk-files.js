/** All files that were changed at the desk and not handed in: known to press, and kept on this device if the editor wants that. */
import { chosen } from "./choices.js";
import { draftOf, drafts, forget, keepDraft } from "./drafts/drafts.js";
import { isArticle, isPicture, withNeeded } from "./drafts/parcel.js";
import { entriesByKey, stillToHandIn, WORKS, worksToAdd } from "./drafts/works.js";

/** @import { Services } from "./contract.d.ts" */
/** @import { Draft } from "./drafts/drafts.js" */

export class DeskFiles {
  #python;
  /** Pictures, which press does not read as text. @type {Map<string, string>} */
  #pictures = new Map();
  /** What was handed in since the desk was opened, by path. @type {Map<string, {text: string | null, base64: string | undefined}>} */
  #handed = new Map();
  /** The works that were handed in since, by key. @type {Map<string, string>} */
  #handedWorks = new Map();
  /** Articles whose published text became another one after the draft was begun. @type {Set<string>} */
  outdated = new Set();

  /** @param {Services} python */
  constructor(python) {
    this.#python = python;
  }

  /** Gives press what this device has kept. What press refuses stays among the drafts. */
  async restore() {
    const kept = await drafts().catch(() => []);
    for (const draft of kept) {
      const { path, text, base, base64 } = draft;
      if (base64) this.#pictures.set(path, base64);
      const published = base64 ? base : await this.#published(path);
      if (published !== base) {
        if (path === WORKS && published !== null && (await this.#added(draft, published))) continue;
        this.outdated.add(path);
      }
      await this.#python.keep({ files: [base64 ? { path, base64 } : { path, text }] }).catch(() => {});
    }
  }

  /** Adds the works of a draft to a list that is newer than it. @param {Draft} draft @param {string} published @returns {Promise<boolean>} whether that is all of the draft */
  async #added(draft, published) {
    const entries = worksToAdd(draft, published);
    if (entries === null) return false;
    try {
      const [list] = entries.length ? (await this.#python.addWorks({ entries })).files : [];
      await keepDraft({ ...draft, base: published, text: list?.text ?? published });
      return true;
    } catch {
      return false;
    }
  }

  /** Every changed file, as it is handed in. What was handed in is there again where a draft that is left needs it. @returns {Promise<Draft[]>} */
  async changed() {
    const at = Date.now();
    const texts = await this.#python.changes();
    const pictures = [...this.#pictures].map(([path, base64]) => ({ path, text: null, base: null, base64, at }));
    // A picture whose bytes are no text goes as a picture or not at all.
    const isBroken = (/** @type {string} */ text) => /\p{Surrogate}/u.test(text);
    const own = texts.filter(
      ({ path, text }) => !this.#pictures.has(path) && !(isPicture(path) && isBroken(text ?? "")),
    );
    const kept = new Map((await drafts().catch(() => [])).map((draft) => [draft.path, draft]));
    const all = [...own, ...pictures].map((one) => ({
      at,
      ...one,
      base: kept.get(one.path)?.base ?? one.base,
      title: kept.get(one.path)?.title,
    }));
    return this.#notHandedIn(all);
  }

  /** @param {Draft[]} all @returns {Draft[]} */
  #notHandedIn(all) {
    const open = all.filter((file) => {
      const handed = this.#handed.get(file.path);
      return !handed || handed.text !== file.text || handed.base64 !== file.base64;
    });
    const articles = open.filter(({ path }) => isArticle(path));
    const needed = withNeeded(
      articles.map(({ path }) => path),
      all.filter((file) => !isArticle(file.path) || open.includes(file)),
    );
    const left = all.filter((file) => open.includes(file) || needed.has(file.path));
    const texts = articles.map(({ text }) => text ?? "");
    return left.flatMap((file) => {
      if (file.path !== WORKS || file.text === null) return [file];
      const text = stillToHandIn(file, this.#handedWorks, texts);
      return text === null ? [] : [{ ...file, text }];
    });
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
   * The files that were written since, which bringing others back would overwrite.
   *
   * @param {readonly Draft[]} left the drafts as they were left; every other one was as published
   * @param {readonly Draft[]} back what is to be brought back
   */
  async writtenSince(left, back) {
    const now = await this.changed();
    const paths = new Set([...left, ...back].map(({ path }) => path));
    return [...paths].flatMap((path) => {
      const [one, before, again] = [now, left, back].map((files) => files.find((file) => file.path === path));
      const isOverwritten = !isSame(one, before) && !isSame(one, again);
      return isOverwritten ? [one ?? before ?? { path, text: null, base: null, at: 0 }] : [];
    });
  }

  /**
   * What was handed in is no draft any more, except for what another draft needs; of the list of references only what is left is one.
   *
   * @param {readonly {path: string, text: string | null, bytes?: Uint8Array}[]} files
   */
  async handedIn(files) {
    for (const { path, text, bytes } of files) {
      this.#handed.set(path, { text, base64: bytes && base64Of(bytes) });
      if (path === WORKS) for (const [key, entry] of entriesByKey(text ?? "")) this.#handedWorks.set(key, entry);
    }
    const left = await this.changed();
    const texts = left.filter(({ path }) => isArticle(path)).map(({ text }) => text ?? "");
    for (const { path, text, bytes } of files) {
      const kept = await draftOf(path).catch(() => undefined);
      if (!kept) continue;
      if (path === WORKS && kept.text !== null) {
        const rest = stillToHandIn(kept, this.#handedWorks, texts);
        const isHanded = rest === null || (rest === text && !left.some((one) => one.path === path));
        await (isHanded ? forget(path) : keepDraft({ ...kept, text: rest }));
      } else if (!left.some((one) => one.path === path) && (bytes || kept.text === text)) await forget(path);
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
    // A file of the desk alone that was removed is no change any more.
    const gone = [...before].filter(([path]) => !after.some((one) => one.path === path));
    for (const [path] of gone) await forget(path).catch(() => {});
    const undo = async () => {
      const changed = after
        .filter(({ path, text, base }) => text !== (before.has(path) ? before.get(path) : base))
        .map(({ path, base }) => ({ path, text: before.has(path) ? (before.get(path) ?? null) : base }));
      const files = [...changed, ...gone.map(([path, text]) => ({ path, text }))];
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

/** @param {Draft | undefined} one @param {Draft | undefined} other */
const isSame = (one, other) =>
  Boolean(one) === Boolean(other) && one?.text === other?.text && one?.base64 === other?.base64;

/** @param {Uint8Array} bytes */
const base64Of = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
