"""One folder per worksheet: its questions, its parts (the calculators asked), its card. The folder is the registry."""
