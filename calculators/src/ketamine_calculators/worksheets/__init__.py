"""One file per worksheet; the folder is the registry."""
