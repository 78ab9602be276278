"""git's configuration as it is now, asked for once in each act of a person: a sync, a command that writes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from reviewtui.store.git.process.environment import pinned
from reviewtui.store.git.process.git import Git

Setting = tuple[str, str, str]
"""A scope, a key in lower case (but for what stands between dots), and a value (git-config(1), --show-scope)."""


@dataclass
class Configuration:
    """The settings of one repository; outside of an act they are read anew each time."""

    git: Git
    _known: tuple[Setting, ...] | None = field(default=None, init=False)
    _acts: int = field(default=0, init=False)

    @contextmanager
    def one_act(self) -> Iterator[None]:
        """Take the settings for the same while this lasts, but for what `change` writes."""
        self._acts += 1
        try:
            yield
        finally:
            self._acts -= 1
            self._known = self._known if self._acts else None

    def settings(self) -> tuple[Setting, ...]:
        """Return every setting in the order in which git reads them: of several with one key the last counts."""
        if self._known is not None:
            return self._known
        output = self.git.run("config", "--list", "--show-scope", "-z").decode("utf-8", "surrogateescape")
        fields = output.split("\0")
        entries = (
            (scope, *entry.partition("\n")[::2]) for scope, entry in zip(fields[::2], fields[1::2], strict=False)
        )
        rows = tuple(entries)
        self._known = rows if self._acts else None
        return rows

    def values(self) -> dict[str, str]:
        """Return what holds for each key, as text: of several values the last."""
        rows = ((key, value) for _, key, value in self.settings())
        return {key: value.encode("utf-8", "surrogateescape").decode("utf-8", "replace") for key, value in rows}

    def change(self, *arguments: str, accept: Iterable[int] = (0,)) -> None:
        """Run a command of git's that writes settings, such as `config` and `remote add`."""
        self._known = None
        self.git.run(*arguments, accept=accept)

    def without_filters(self) -> dict[str, str]:
        """Return the environment in which git runs no filter of the repository's configuration.

        Writing the index makes git look again at files that changed within the last second, through their `clean`
        filter (gitattributes(5); git's technical/racy-git).
        """
        keys = [key for _, key, _ in self.settings() if key.startswith("filter.")]
        return pinned((key, "false" if key.endswith(".required") else "") for key in dict.fromkeys(keys))
