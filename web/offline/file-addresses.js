/** Where the files of the site stand. */

const INDEX = "index.html";
/** Pages, pictures and data that pages lead to, and the editors' desk; what a page is dressed in is always kept. */
const ON_REQUEST = /^(?!assets\/).*(\/|\.(html|svg|png|jpe?g|gif|webp|avif|json|webmanifest|zip))$|^$|^assets\/desk\//;

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

/** Whether a request may be for a file that is kept on request. @param {URL} url @param {URL} base */
export function isKeptOnRequest({ origin, pathname }, base) {
  if (origin !== base.origin || !pathname.startsWith(base.pathname)) return false;
  return ON_REQUEST.test(pathname.slice(base.pathname.length));
}

/** The file that is sent at an address, relative to the site. @param {string} address @param {URL} base */
export function fileAt(address, base) {
  const path = decodeURI(address.slice(base.href.length));
  return path === "" || path.endsWith("/") ? path + INDEX : path;
}
