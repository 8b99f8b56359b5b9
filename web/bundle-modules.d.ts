/** What the scripts import and TypeScript does not know: modules that web/build/scripts.mjs makes, and newer parts of browsers. */
declare module "bundle:files" {
  export const files: {
    /** The worker's script. */
    worker: string;
    /** Whether a visit resumes from a snapshot. */
    resumes: boolean;
    /** What a page without a calculator fetches for the page that has one. */
    prefetch: string[];
    /** Seconds without a byte or a step of progress before a start is given up. */
    startTimeout: number;
    /** The service worker, or null where the site is being written and must never come from a cache. */
    offline: string | null;
  };
}

declare module "bundle:worker" {
  /** The worker's script, relative to the folder of the scripts. */
  export const worker: string;
}

declare module "bundle:runtime" {
  /**
   * An address is relative to the folder of the scripts; `size` is in bytes after transfer decoding. `integrity` is the SHA-256
   * of those bytes in the form that a browser takes for a fetch; `pieces`, of a long file, that of the digests of its pieces.
   */
  export interface BundleFile {
    address: string;
    size: number;
    integrity: string;
    pieces?: string;
  }
  /** The script of a clean start, which the worker imports then, and what it is given. A part called `core` is compiled. */
  export const clean: { script: BundleFile; parts: Record<string, BundleFile> };
  /** The core and the snapshot that a visit resumes from, and the part of each tool by its id; null without that layer. */
  export const snapshot: {
    core: BundleFile;
    memory: BundleFile;
    tools: Record<string, BundleFile>;
    layout: import("./engine/snapshot.js").Layout;
  } | null;
}

declare module "bundle:verification" {
  /** What a check in the reader's browser asks, a file for each calculator, and which parts of the runtime answer. */
  export const verification: {
    questions: Record<string, import("bundle:runtime").BundleFile>;
    /** The version of the calculators' package. */
    release: string;
    /** The digest of each part by its name. */
    parts: [string, string][];
    /** The same of the part of each tool, by its id. */
    tools: Record<string, [string, string]>;
  };
}

declare module "bundle:core" {
  /** Emscripten's glue around the core. */
  const createPyodideModule: (settings: Record<string, unknown>) => Promise<object>;
  export default createPyodideModule;
}

declare module "bundle:clean-start" {
  import type { Lockfile } from "pyodide";
  /** Python that imports the calculators: entry_point.py. */
  export const entryPoint: string;
  export const info: Lockfile["info"];
}

declare module "bundle:reference-answers" {
  /** Questions whose replies are known from the build, asked before any of the reader's. */
  export const referenceAnswers: import("./engine/proof.js").ReferenceAnswers;
}

declare module "bundle:offline-manifest" {
  interface KeptFile {
    /** Relative to the site. */
    address: string;
    integrity: string;
    /** Bytes on the line. */
    size: number;
    /** It is left out where a reader keeps every page. */
    onlyOpened?: true;
  }
  interface AlwaysKeptFile {
    address: string;
    integrity: string;
    /** Null where the address itself changes with the content. */
    revision: string | null;
  }
  /** This version of the site; put in by press when all of its pages are written. */
  export const manifest: {
    version: string;
    /** ISO date of the edition. */
    date: string;
    /** The versions of the calculators by their ids. */
    calculators: Record<string, string>;
    always: AlwaysKeptFile[];
    onRequest: {
      /** The names of the lists of these files, each the beginning of its SHA-256. */
      lists: string[];
      /** Bytes on the line of what a reader gets who keeps every page, the parts of the search index with them. */
      size: number;
    };
  };
}

interface ExtendableEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
  /** Not in every browser. */
  addRoutes?(routes: object[]): Promise<void>;
}

interface ServiceWorkerGlobalScope {
  readonly location: Location;
  readonly clients: {
    matchAll(which: { includeUncontrolled: boolean }): Promise<readonly { postMessage(message: unknown): void }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", act: (event: ExtendableEvent) => void): void;
  addEventListener(type: "message", act: (event: ExtendableEvent & MessageEvent) => void): void;
}

interface Navigator {
  /** Not in every browser. */
  readonly connection?: { readonly saveData: boolean };
}

/** The page's Trusted Types policy, or its rules where the browser knows none: see trusted.js. */
declare var sitePolicy: import("./trusted.js").Rules | undefined;

/** Not in every browser. What it makes is used like the texts that its rules give. */
declare var trustedTypes: { createPolicy<Rules>(name: string, rules: Rules): Rules } | undefined;

/** The worker of the desk that desk/early-start.js has started, how it was started, and the events that it has fired since. */
declare var earlyDeskWorker: { worker: Worker; events: Event[]; start: string } | undefined;

declare var earlyWorker: import("./engine/messages.js").EarlyWorker | undefined;
