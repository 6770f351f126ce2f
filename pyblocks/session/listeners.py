"""The listeners of one session, by what triggers them: the app's, and those that ``gr.render`` adds and removes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

from ..app.dependency import Dependency
from ..app.root import ListenerRoot
from ..tree.events import Trigger
from ..tree.pages import Page


class Listeners:
    """The listeners that live in a session.

    Parameters:
        dependencies: those of the app.
        default_limit: most runs of one function at once, where a listener doesn't say; None for no limit.
    """

    def __init__(self, dependencies: Iterable[Dependency], default_limit: int | None = 1) -> None:
        self._default_limit = default_limit
        self._by_lane: defaultdict[object, list[Dependency]] = defaultdict(list)
        self._limits: dict[object, int | None] = {}
        self._live: dict[Dependency, None] = {}
        self._by_source: dict[object, dict[str, list[Dependency]]] = {}
        self._numbers: dict[object, int] = {}
        self._count = count()
        for dependency in dependencies:
            self.add(dependency)

    def __iter__(self) -> Iterator[Dependency]:
        return iter(self._live)

    def __contains__(self, dependency: Dependency) -> bool:
        return dependency in self._live

    def add(self, dependency: Dependency) -> None:
        """From now on it hears what triggers it."""
        self._live[dependency] = None
        if dependency.identity not in self._numbers:
            self._numbers[dependency.identity] = next(self._count)
        for target in dependency.targets:
            self._by_source.setdefault(target.source, {}).setdefault(target.event, []).append(dependency)
        self._by_lane[dependency.lane].append(dependency)
        self._limits.pop(dependency.lane, None)

    def remove(self, dependency: Dependency) -> None:
        """From now on it hears nothing. Its number stays until :meth:`forget`, for its runs that go on."""
        del self._live[dependency]
        for source, event in dependency.targets:
            heard = self._by_source[source]
            heard[event].remove(dependency)
            if not heard[event]:
                del heard[event]
            if not heard:
                del self._by_source[source]
        lane = dependency.lane
        self._by_lane[lane].remove(dependency)
        if not self._by_lane[lane]:
            del self._by_lane[lane]
        self._limits.pop(lane, None)

    def of(self, trigger: Trigger) -> list[Dependency]:
        """Who hears ``trigger``. A run that outlives its listener still has those for its end that it was made with."""
        source, event = trigger
        heard = self._by_source.get(source)
        found = list(heard.get(event, ())) if heard else []
        if isinstance(source, Dependency) and source not in self._live:
            made_with_it = source.root.dependencies if isinstance(source.root, ListenerRoot) else ()
            found += [each for each in made_with_it if trigger in each.targets and each not in self._live]
        return found

    def may_follow(self, dependency: Dependency) -> bool:
        """Whether anything may listen for the end of its runs; of most listeners nothing does."""
        return dependency in self._by_source or dependency not in self._live

    def limit(self, dependency: Dependency) -> int | None:
        """Most runs at once of ``dependency`` and what shares its lane: the lowest limit of them; None for no limit."""
        lane = dependency.lane
        if lane not in self._by_lane:  # it was removed
            return self._own_limit(dependency)
        if lane not in self._limits:
            limits = [limit for each in self._by_lane[lane] if (limit := self._own_limit(each)) is not None]
            self._limits[lane] = min(limits, default=None)
        return self._limits[lane]

    def _own_limit(self, dependency: Dependency) -> int | None:
        limit = dependency.concurrency_limit
        return self._default_limit if limit == "default" else limit

    def of_page(self, event: str) -> list[Trigger]:
        """The triggers by which listeners hear ``event`` of the page."""
        sources = [source for source, heard in self._by_source.items() if event in heard]
        return [Trigger(source, event) for source in sources if isinstance(source, (ListenerRoot, Page))]

    def number(self, dependency: Dependency) -> int:
        """What messages call ``dependency``."""
        return self._numbers[dependency.identity]

    def forget(self, dependency: Dependency) -> None:
        """Nothing of it, nor of others with the same key, lives or goes on any more: its number goes."""
        self._numbers.pop(dependency.identity, None)
