"""Groups of articles that link only among each other, so that no reader of another article ever comes to them."""

from collections.abc import Collection, Mapping


def circles(links: Mapping[str, Collection[str]]) -> list[tuple[str, ...]]:
    """The groups of two or more, each reached from none outside, in the order of their first articles.

    The largest group of all is the site itself, whose way in is the home page; it is no such circle.
    """
    groups = _joined_both_ways(links)
    of = {article: number for number, group in enumerate(groups) for article in group}
    reached = {of[to] for one, targets in links.items() for to in targets if to in of and of[to] != of[one]}
    largest = max(range(len(groups)), key=lambda number: len(groups[number]), default=None)
    lonely = (
        tuple(sorted(group))
        for number, group in enumerate(groups)
        if len(group) > 1 and number != largest and number not in reached
    )
    return sorted(lonely)


def _joined_both_ways(links: Mapping[str, Collection[str]]) -> list[list[str]]:
    """The articles in groups within which each leads to each other (Tarjan 1972, without recursion: it may be deep)."""
    numbers: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_articles: list[str] = []
    is_open: set[str] = set()
    groups: list[list[str]] = []
    for start in links:
        if start in numbers:
            continue
        path = [(start, iter(links[start]))]
        while path:
            article, targets = path[-1]
            if article not in numbers:
                numbers[article] = lowest[article] = len(numbers)
                open_articles.append(article)
                is_open.add(article)
            target = next((to for to in targets if to in links and (to not in numbers or to in is_open)), None)
            if target is None:
                path.pop()
                if path:
                    before = path[-1][0]
                    lowest[before] = min(lowest[before], lowest[article])
                if lowest[article] == numbers[article]:
                    group = [open_articles.pop()]
                    while group[-1] != article:
                        group.append(open_articles.pop())
                    groups.append(group)
                    is_open.difference_update(group)
            elif target in numbers:
                lowest[article] = min(lowest[article], numbers[target])
            else:
                path.append((target, iter(links[target])))
    return groups
