"""ARCHITECTURE.md says what the code does: who may import whom, where things are, and what holds each promise."""

import ast
import json
import posixpath
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
WEB = ROOT / "web"
ROOMS = ("calculators", "press", "web")
LONGEST = 300
SOURCES = {".css", ".html", ".js", ".mjs", ".py", ".ts"}

# Files that do not yet keep a rule below. A file that keeps it by now has to leave its list.
AMERICAN = ("calculators/src", "press/src", "tools", "web")

Layers = list[set[str]]


def chains() -> dict[str, Layers]:
    """The rules of the page, as layers from top to bottom: `a > (b, c)` is `[{a}, {b, c}]`."""
    block = ARCHITECTURE.partition("## Rooms")[2].partition("```text\n")[2].partition("```")[0]
    lines = re.sub(r"\n +", " ", block).splitlines()
    named = dict(line.split(maxsplit=1) for line in lines)
    return {name: [set(re.findall(r"[\w.-]+", layer)) for layer in chain.split(">")] for name, chain in named.items()}


def contract(name: str) -> dict[str, object]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (found,) = [one for one in settings["contracts"] if one["id"] == name]
    return dict(found)


def source_files(*folders: str) -> list[Path]:
    """What people write in these folders, as against what is measured or made."""
    found = [file for folder in folders for file in sorted((ROOT / folder).rglob("*")) if file.suffix in SOURCES]
    assert found
    return found


def shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize(("chain", "name"), [("press", "rooms"), ("calculators", "calculators")])
def test_the_rules_of_the_page_are_those_of_the_contract(chain: str, name: str) -> None:
    rules = contract(name)
    layers = rules["layers"]
    assert isinstance(layers, list)
    assert chains()[chain] == [set(re.findall(r"\w+", layer)) for layer in layers]
    assert rules["type"] == "layers"
    assert rules["exhaustive"] is True  # a new room needs a place on the page


def test_only_one_room_imports_mkdocs_by_contract() -> None:
    rules = contract("mkdocs")
    assert rules["type"] == "protected"
    assert rules["protected_modules"] == ["mkdocs"]
    assert rules["allowed_importers"] == ["press.mkdocs_plugin"]
    assert "Only `press.mkdocs_plugin` imports MkDocs" in ARCHITECTURE


def test_the_calculators_know_nothing_of_press_by_contract() -> None:
    assert contract("packages")["layers"] == ["press", "ketamine_calculators"]


def test_no_module_reaches_itself_by_contract() -> None:
    rules = contract("cycles")
    assert rules["type"] == "acyclic_siblings"
    assert rules["ancestors"] == ["press", "ketamine_calculators"]


def test_no_import_is_excused() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    assert [one["id"] for one in settings["contracts"] if "ignore_imports" in one] == []
    assert "bin)/lint-imports" in (ROOT / "Makefile").read_text("utf-8")


def test_every_room_has_a_line_on_the_page() -> None:
    described = set(re.findall(r"^\| `press/(\w+)", ARCHITECTURE, re.MULTILINE)) - {"src"}
    assert described == set().union(*chains()["press"])
    folders = {folder.name for folder in WEB.iterdir() if folder.is_dir()}
    assert [name for name in sorted(folders) if f"`web/{name}/`" not in ARCHITECTURE] == []


def test_the_calculators_import_nothing_but_the_standard_library() -> None:
    imported = {
        (shown(file), name.split(".")[0])
        for file in source_files("calculators/src")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom) and node.level == 0
            else []
        )
    }
    allowed = sys.stdlib_module_names | {"ketamine_calculators"}
    assert [place for place in sorted(imported) if place[1] not in allowed] == []


def web_imports() -> Iterator[tuple[Path, str]]:
    """Each script and declaration of `web/`, with each address that it imports from, types included."""
    for file in source_files("web"):
        if file.suffix in {".js", ".mjs", ".ts"}:
            for found in re.finditer(r"""\b(?:import|from)\s*\(?\s*["']([^"'\s]+)["']""", file.read_text("utf-8")):
                yield file, found[1]


def part(address: str) -> str:
    """The part of `web/` that a file belongs to: its folder, or the file itself at the root."""
    return address.split("/")[0]


def test_a_part_of_the_browser_s_programs_imports_only_those_below_it() -> None:
    level = {name: number for number, names in enumerate(chains()["web"]) for name in names}
    wrong = set()
    for file, address in web_imports():
        here = file.relative_to(WEB).as_posix()
        if not address.startswith(".") or here.endswith(".d.ts"):  # declarations belong to the bundle, not to a part
            continue
        there = posixpath.normpath(posixpath.join(posixpath.dirname(here), address))
        if part(here) != part(there) and level.get(part(here), 99) >= level.get(part(there), -1):
            wrong.add(f"{here} imports {there}")
    assert wrong == set()


def test_the_browser_s_programs_import_only_packages_that_are_locked_for_readers() -> None:
    package = json.loads((ROOT / "package.json").read_text("utf-8"))
    packages = set(package["dependencies"])
    # Of these only the types are imported, which are in no bundle.
    packages |= {name.removeprefix("@types/") for name in package["devDependencies"] if name.startswith("@types/")}
    foreign = {
        (shown(file), address)
        for file, address in web_imports()
        if not address.startswith((".", "bundle:")) and part(file.relative_to(WEB).as_posix()) != "build"
    }
    assert foreign
    assert [place for place in sorted(foreign) if place[1] not in packages] == []


def test_every_name_in_a_walk_is_in_its_file() -> None:
    rows = re.findall(r"^\| `([\w./-]+)`((?: `\w+`)*) \|", ARCHITECTURE.partition("## Walks")[2], re.MULTILINE)
    named = [(path, name) for path, names in rows for name in re.findall(r"\w+", names)]
    assert named
    assert [(path, name) for path, name in named if not re.search(rf"\b{name}\b", full(path).read_text("utf-8"))] == []


def full(path: str) -> Path:
    """The file or folder that the page names in short."""
    return next(
        (ROOT / base / path for base in (".", "press/src", "calculators/src") if (ROOT / base / path).exists()),
        ROOT / path,
    )


def test_every_promise_is_held_by_tests_that_exist() -> None:
    promises = re.findall(r"^\| ([A-Z].*?) \| (`test_.*`) \|$", ARCHITECTURE, re.MULTILINE)
    defined = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in re.findall(r"^(?:async )?def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    assert len(promises) >= 10
    assert [name for _, names in promises for name in re.findall(r"\w+", names) if name not in defined] == []


def test_no_file_is_longer_than_can_be_read_at_once() -> None:
    lengths = {shown(file): len(file.read_text("utf-8").splitlines()) for file in source_files(*ROOMS)}
    assert {file for file, length in lengths.items() if length > LONGEST} == set()


BRITISH = re.compile(
    r"colour|licence|\bgrey|centre|behaviour|favour|honour|neighbour|judgement|artefact|practis(?!ioner)|analyse(?!s\b)|"
    r"(?:organ|recogn|normal|serial|initial|minim|maxim|optim|summar|capital|synchron)is(?:e|ed|es|ing|ation)\b|"
    r"(?<!STATUS:)cancell(?:ed|ing)|labell(?:ed|ing)(?!by)|modelled|travelled|whilst|\b(?:kilo|centi|milli)?(?:metre|litre)|fulfil\b",
    re.IGNORECASE,
)


def test_code_is_spelled_as_in_the_united_states() -> None:
    found = {
        f"{shown(file)}: {word[0]}"
        for file in source_files(*AMERICAN)
        for word in BRITISH.finditer(file.read_text("utf-8"))
    }
    assert found == set()
