/** What the scripts meet and TypeScript does not know: modules made by press/src/press/runtime/scripts.mjs, newer parts of browsers. */
declare module "bundle:files" {
  /** An address is relative to the folder of the scripts; `size` is what arrives after transfer decoding. */
  interface BundleFile {
    address: string;
    size: number;
  }
  export const files: {
    /** What the worker brings in for a clean start. */
    start: string;
    /** The worker itself does not know it. */
    worker: string;
    /** The whole core, for a clean start from the library. */
    core: BundleFile;
    library: BundleFile;
    /** What of the core the calculators use, for going on from the image. */
    rehearsed: BundleFile;
    /** Python's memory when the library is imported, and the SHA-256 of the file in hexadecimal. */
    image: BundleFile & import("./engine/snapshot.js").Layout & { digest: string };
    /** The service worker, or null where the site is being written and must never come from a store. */
    offline: string | null;
  };
}

declare module "bundle:core" {
  /** Emscripten's glue around the core. */
  const createPyodideModule: (settings: Record<string, unknown>) => Promise<object>;
  export default createPyodideModule;
}

declare module "bundle:start" {
  import type { Lockfile } from "pyodide";
  /** Python that opens the calculators' door: `answer`. */
  export const opening: string;
  export const info: Lockfile["info"];
}

declare module "bundle:known" {
  /** Questions whose answers are known from the sources, asked before any of the reader's. */
  export const known: { calculator: string; question: string; values: unknown }[];
}

declare module "bundle:edition" {
  interface EditionFile {
    /** Relative to the site. */
    address: string;
    /** Null where the address itself changes with the content. */
    revision: string | null;
    integrity: string;
    /** Bytes on the line. */
    size: number;
  }
  /** This edition of the site; put in by press when all of its pages are written. */
  export const edition: { version: string; always: EditionFile[]; onRequest: EditionFile[] };
}

interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
  /** Not in every browser. */
  addRoutes?(routes: object[]): Promise<void>;
}

interface ServiceWorkerGlobalScope {
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", act: (event: ExtendableEvent) => void): void;
  addEventListener(type: "message", act: (event: ExtendableEvent & MessageEvent) => void): void;
}

interface Navigator {
  /** Not in every browser. */
  readonly connection?: { readonly saveData: boolean };
}

/** The worker that the head of the page has started, and the events it has fired since; empty once that is taken over. */
declare var earlyPython: { worker?: Worker; said?: Event[] } | undefined;
