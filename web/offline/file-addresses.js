/** Where the files of the site stand. */

const INDEX = "index.html";

/** A file's own address, and that of its folder where it is the folder's page. @param {string} address @param {URL} base */
export function addresses(address, base) {
  const { href } = new URL(address, base);
  return href.endsWith(`/${INDEX}`) ? [href, href.slice(0, -INDEX.length)] : [href];
}

/**
 * Where the pages among the files stand, as readers follow them.
 *
 * @param {readonly {address: string}[]} files
 * @param {URL} base
 */
export function foldersOf(files, base) {
  return files.flatMap(({ address }) => addresses(address, base).slice(1)).map((folder) => new URL(folder));
}
