"""The steps that make the browser's Python: core, library, scripts. The door is press.bundle."""
