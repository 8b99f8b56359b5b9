"""A whole file of YAML, read strictly."""

import re
from collections.abc import Iterator
from pathlib import Path

from .characters import line_problems
from .problems import Problem
from .source_file import SourceFile, read_source
from .strict_yaml import YamlValue, read_mapping
from .web_codes import codes_in_yaml

_ADDRESS = re.compile(r"https?://\S*")
"""The & of an address divides its parts."""


def read_yaml_file(file: Path, shown: str) -> tuple[SourceFile, dict[str, YamlValue], list[Problem]]:
    """Its text, its values, and what is wrong with encoding, characters and form."""
    source = read_source(file, shown)
    values, problems = read_mapping(source.text, 1, source)
    return source, values, [*source.problems, *line_problems(source), *_code_problems(source), *problems]


def _code_problems(source: SourceFile) -> Iterator[Problem]:
    for number, line in enumerate(source.lines, start=1):
        for found in codes_in_yaml(_ADDRESS.sub(lambda address: " " * len(address[0]), line)) if "&" in line else ():
            yield source.found(number, found.start + 1, found)
