"""The same calculator under PyScript, which offers the page to Python."""

from js import document
from pyodide.ffi import create_proxy

from ketamine_calculators import evaluate

entry = document.querySelector("clinical-calculator [name=value]")
shown = document.querySelector("clinical-calculator .result")


def asked(_event=None):
    if entry.value:
        shown.textContent = str(evaluate("convert_weight", {"value": float(entry.value), "unit": "lb"})["kg"])


entry.addEventListener("input", create_proxy(asked))
asked()
