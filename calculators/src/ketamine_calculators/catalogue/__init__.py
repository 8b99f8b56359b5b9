"""One file per calculator; the folder is the registry."""
