/** A database of the browser with one store, for tests. */

/** @returns {IDBFactory} */
export function fakeDatabase() {
  /** @type {Map<string, {path: string}>} */
  const kept = new Map();
  const store = {
    put: (/** @type {{path: string}} */ one) => ({ result: void kept.set(one.path, structuredClone(one)) }),
    get: (/** @type {string} */ path) => ({ result: structuredClone(kept.get(path)) }),
    getAll: () => ({ result: structuredClone([...kept.values()]) }),
    delete: (/** @type {string} */ path) => ({ result: kept.delete(path) }),
  };
  const transaction = () => {
    const one = { objectStore: () => store, commit: () => {}, oncomplete: () => {} };
    queueMicrotask(() => one.oncomplete());
    return one;
  };
  const open = () => {
    const request = { result: { transaction }, onsuccess: () => {} };
    queueMicrotask(() => request.onsuccess());
    return request;
  };
  return /** @type {IDBFactory} */ (/** @type {unknown} */ ({ open }));
}
