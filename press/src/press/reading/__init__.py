"""Files as they are written: their text, their YAML, and the problems found in them."""
