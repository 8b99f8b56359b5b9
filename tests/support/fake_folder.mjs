/**
 * A folder on the editor's computer as the File System Access API gives it: what is written shows when its stream is closed, and a new
 * file stands empty before that. Any step can be made to fail.
 */

/** @param {string} name */
export const fault = (name) => Object.assign(new Error(name), { name });

export class FakeFolder {
  /** Content of the files by path. @type {Map<string, Uint8Array>} */
  files = new Map();
  /** @type {Set<string>} */
  folders = new Set([""]);
  /** Steps that were done, such as `close content/a.md`. @type {string[]} */
  steps = [];
  /** Called before each step with its name and number; what it throws, the step throws. @type {(step: string, number: number) => void} */
  before = () => {};

  /** @param {Record<string, string | Uint8Array>} files */
  constructor(files) {
    for (const [path, content] of Object.entries(files)) {
      this.files.set(path, Buffer.from(content));
      const parts = path.split("/").slice(0, -1);
      for (let count = 1; count <= parts.length; count++) this.folders.add(parts.slice(0, count).join("/"));
    }
  }

  /** What stands in the folder, as text. */
  get texts() {
    return Object.fromEntries([...this.files].map(([path, content]) => [path, Buffer.from(content).toString()]).sort());
  }

  /** @param {string} step */
  #step(step) {
    this.before(step, this.steps.length);
    this.steps.push(step);
  }

  /** @returns {FileSystemDirectoryHandle} */
  get handle() {
    return /** @type {any} */ (this.#folder(""));
  }

  /** @param {string} folder */
  #folder(folder) {
    const inside = (/** @type {string} */ name) => (folder ? `${folder}/${name}` : name);
    return {
      kind: "directory",
      name: folder.split("/").pop() || "guidance",
      getDirectoryHandle: async (/** @type {string} */ name, { create = false } = {}) => {
        const path = inside(name);
        this.#step(`folder ${path}`);
        if (this.files.has(path)) throw fault("TypeMismatchError");
        if (create) this.folders.add(path);
        if (!this.folders.has(path)) throw fault("NotFoundError");
        return this.#folder(path);
      },
      getFileHandle: async (/** @type {string} */ name, { create = false } = {}) => {
        const path = inside(name);
        this.#step(`${create ? "create" : "find"} ${path}`);
        if (this.folders.has(path)) throw fault("TypeMismatchError");
        if (create && !this.files.has(path)) this.files.set(path, new Uint8Array());
        if (!this.files.has(path)) throw fault("NotFoundError");
        return this.#file(path);
      },
      removeEntry: async (/** @type {string} */ name) => {
        this.#step(`remove ${inside(name)}`);
        if (!this.files.delete(inside(name))) throw fault("NotFoundError");
      },
    };
  }

  /** @param {string} path */
  #file(path) {
    return {
      kind: "file",
      getFile: async () => {
        this.#step(`read ${path}`);
        const content = this.files.get(path);
        if (!content) throw fault("NotFoundError");
        return new Blob([Uint8Array.from(content)]);
      },
      createWritable: async () => {
        this.#step(`open ${path}`);
        /** @type {Uint8Array[]} */
        const written = [];
        return {
          write: async (/** @type {Uint8Array} */ content) => {
            this.#step(`write ${path}`);
            written.push(content);
          },
          close: async () => {
            this.#step(`close ${path}`);
            this.files.set(path, Buffer.concat(written));
          },
          abort: async () => this.steps.push(`abort ${path}`),
        };
      },
    };
  }
}
