// Pyodide as its documentation says: one module worker, files as the npm package has them.
import { form } from "./form.js";

const worker = new Worker(new URL("stock.worker.js", import.meta.url), { type: "module" });
const waiting = new Map();
worker.addEventListener("message", ({ data: { id, answer } }) => waiting.get(id)(answer));
let asked = 0;
form(
  (pounds) =>
    new Promise((resolve) => {
      waiting.set(++asked, resolve);
      worker.postMessage({ id: asked, pounds });
    }),
);
