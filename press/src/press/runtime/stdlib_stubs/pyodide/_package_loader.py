"""In place of Pyodide's package loader: there are no packages to load. The two folders are asked for at the start."""

# An image of the memory expects to find this at its place.
from pyodide_js import loadedPackages  # type: ignore[import-not-found]  # noqa: F401


class Place:
    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


SITE_PACKAGES = Place("/lib/python3.13/site-packages")
DSO_DIR = Place("/usr/lib")


def init_loaded_packages() -> None:
    pass
