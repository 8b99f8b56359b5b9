import { loadPyodide } from "./pyodide/pyodide.mjs";

const ready = (async () => {
  const [python, wheel] = await Promise.all([
    loadPyodide({ indexURL: new URL("pyodide/", import.meta.url).href }),
    fetch(new URL("calculators.whl", import.meta.url)).then((response) => response.arrayBuffer()),
  ]);
  python.unpackArchive(wheel, "whl");
  return python.runPython(`
import json
from ketamine_calculators import evaluate
lambda pounds: str(evaluate("convert_weight", {"value": pounds, "unit": "lb"})["kg"])`);
})();

self.addEventListener("message", async ({ data: { id, pounds } }) =>
  self.postMessage({ id, answer: (await ready)(pounds) }),
);
