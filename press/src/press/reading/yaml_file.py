"""A whole file of YAML, read strictly."""

from pathlib import Path

from .characters import line_problems
from .problems import Problem
from .source_file import SourceFile, read_source
from .strict_yaml import YamlValue, read_mapping


def read_yaml_file(file: Path, shown: str) -> tuple[SourceFile, dict[str, YamlValue], list[Problem]]:
    """Its text, its values, and what is wrong with encoding, characters and form."""
    source = read_source(file, shown)
    values, problems = read_mapping(source.text, 1, source)
    return source, values, [*source.problems, *line_problems(source), *problems]
