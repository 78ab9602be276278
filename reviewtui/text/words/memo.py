"""A table of answers by what was asked, which is read faster than a cached function is called."""

from collections.abc import Callable
from typing import Generic, TypeVar

_Key = TypeVar("_Key")
_Answer = TypeVar("_Answer")
_MOST = 65536


class Memo(dict[_Key, _Answer], Generic[_Key, _Answer]):
    """The answers of a function that were asked for so far; all are forgotten when there are too many.

    Other than `lru_cache` it makes no key of the argument and keeps no order, so a look-up is one of a dict.
    """

    def __init__(self, answer: Callable[[_Key], _Answer]) -> None:
        """Take the function, which depends on nothing but its argument."""
        super().__init__()
        self._answer = answer

    def __missing__(self, key: _Key) -> _Answer:
        """Ask the function for what is not known yet."""
        if len(self) >= _MOST:
            self.clear()
        answer = self[key] = self._answer(key)
        return answer
