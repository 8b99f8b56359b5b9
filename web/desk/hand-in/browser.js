/** What this browser can do for handing in. */

/** @import { FileToSave } from "./one-file.js" */
/** @import { Capabilities } from "./ways.js" */

/** @typedef {{showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>}} WithPicker */

/** @returns {Capabilities} */
export function thisBrowser() {
  const { showDirectoryPicker } = /** @type {WithPicker} */ (/** @type {unknown} */ (window));
  return {
    fetch: (address, options) => fetch(address, options),
    isOnline: () => navigator.onLine,
    now: () => new Date(),
    pickFolder: showDirectoryPicker ? () => showDirectoryPicker.call(window, { id: "desk", mode: "readwrite" }) : null,
    saveFile,
  };
}

/** @param {FileToSave} file */
function saveFile({ name, type, content }) {
  const address = URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (content)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the time the page comes to rest.
  setTimeout(() => URL.revokeObjectURL(address));
}
