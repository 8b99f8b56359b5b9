"""The closed lists that fields of an article choose from, read from people.yml and taxonomy.yml."""

from collections.abc import Mapping
from dataclasses import dataclass

from .people import Person
from .taxonomy import Taxonomy


@dataclass(frozen=True)
class Lists:
    """Everyone by name, and the categories, audiences and tags."""

    people: Mapping[str, Person]
    taxonomy: Taxonomy

    @property
    def writers(self) -> list[str]:
        """The names that may sign an article, in the order of the file."""
        return [name for name, person in self.people.items() if "write" in person.may]

    @property
    def reviewers(self) -> list[str]:
        """The names that may review an article, in the order of the file."""
        return [name for name, person in self.people.items() if "review" in person.may]
