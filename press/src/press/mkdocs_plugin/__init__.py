"""The adapter to MkDocs: the only part of press that imports it."""
