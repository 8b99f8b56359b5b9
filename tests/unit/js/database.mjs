/** A database of the browser with one store, and a storage of names and values, for tests. */

/**
 * @returns {{factory: IDBFactory, stop: () => void, goOn: () => void, goOnWith: (count: number) => void, refuse: () => void,
 * close: () => void}}
 * `stop` has it complete no writing, as the browser completes none for a tab that is killed; `goOn` has it complete all of them,
 * `goOnWith` only the first ones; `refuse` has it write nothing more until it goes on; `close` has the browser close what is open
 */
export function fakeDatabase() {
  /** @type {Map<string, {path: string}>} */
  const kept = new Map();
  /** Writings that are not complete. @type {(() => void)[]} */
  const waiting = [];
  /** How many of them may be. */
  let allowed = Number.POSITIVE_INFINITY;
  const goOnWith = (/** @type {number} */ count) => {
    allowed = count;
    for (; allowed > 0 && waiting.length; allowed--) waiting.shift()?.();
  };
  let isRefusing = false;
  const transaction = (/** @type {string} */ _name, /** @type {IDBTransactionMode} */ mode) => {
    /** @type {(() => void)[]} */
    const steps = [];
    const store = {
      put: (/** @type {{path: string}} */ one) => {
        const copy = structuredClone(one);
        steps.push(() => kept.set(copy.path, copy));
        return { result: undefined };
      },
      get: (/** @type {string} */ path) => ({ result: structuredClone(kept.get(path)) }),
      getAll: () => ({ result: structuredClone([...kept.values()]) }),
      delete: (/** @type {string} */ path) => {
        steps.push(() => kept.delete(path));
        return { result: undefined };
      },
    };
    const one = { objectStore: () => store, commit: () => {}, error: null, oncomplete: () => {}, onabort: () => {} };
    const complete = () => {
      for (const step of steps) step();
      one.oncomplete();
    };
    if (mode === "readwrite" && isRefusing) queueMicrotask(() => one.onabort());
    else if (mode === "readwrite") {
      waiting.push(complete);
      queueMicrotask(() => goOnWith(allowed));
    } else queueMicrotask(complete);
    return one;
  };
  /** @type {() => void} */
  let closeLast = () => {};
  const open = () => {
    let isClosed = false;
    const base = {
      transaction: (/** @type {[string, IDBTransactionMode]} */ ...given) => {
        if (isClosed) throw new DOMException("It is closed.", "InvalidStateError");
        return transaction(...given);
      },
      onclose: () => {},
    };
    closeLast = () => {
      isClosed = true;
      base.onclose();
    };
    const request = { result: base, onsuccess: () => {} };
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  return {
    factory: /** @type {IDBFactory} */ (/** @type {unknown} */ ({ open })),
    stop: () => goOnWith(0),
    goOn: () => {
      isRefusing = false;
      goOnWith(Number.POSITIVE_INFINITY);
    },
    goOnWith,
    refuse: () => {
      isRefusing = true;
    },
    close: () => closeLast(),
  };
}

/** @returns {Storage} */
export function fakeStorage() {
  const storage = Object.create(null, {
    length: { get: () => Object.keys(storage).length },
    getItem: { value: (/** @type {string} */ name) => storage[name] ?? null },
    setItem: {
      value: (/** @type {string} */ name, /** @type {string} */ value) => {
        storage[name] = value;
      },
      writable: true,
    },
    removeItem: { value: (/** @type {string} */ name) => delete storage[name] },
  });
  return storage;
}
