"""What a calculator's page says before its answer, in words for a terminal: its version or one of its sources is withdrawn."""

from ketamine_calculators import find
from ketamine_calculators.errors import UnknownCalculator

from .recalls_page import recalled_versions
from .site import Site


def told_of(calculator: str, site: Site) -> list[str]:
    """Each a text of its own; none for a calculator that may be used, or that there is not."""
    try:
        version = find(calculator).version
    except UnknownCalculator:
        return []
    recalled = recalled_versions(calculator, site.recalls).get(version)
    told = [f"Version {version} is withdrawn. Do not use it. {recalled}"] if recalled else []
    return told + [
        f"A source of this calculator is withdrawn. It takes numbers from “{source.title}”, withdrawn on {source.day}: "
        f"{source.reason} Do not act on its answer until the calculator has been reviewed."
        for source in site.withdrawn_sources.get(calculator, ())
    ]
