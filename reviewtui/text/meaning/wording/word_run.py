"""Two rows of words cut into what is equal and what differs, and one such run of words: which of them bind somebody."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.distance import Indel

from reviewtui.text.meaning.wording.visible_words import Word
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import FREE
from reviewtui.text.meaning.wording.word_keys import WordKey

_SMALL = frozenset({"few", "little", "number", "majority", "minority", "fraction"})
"""Before these "a" is no mere article: "few" is fewer than "a few", "a number of" them are some."""
_WHOLE = frozenset({"all", "both", "inside", "outside"})
"""Behind these "of" says nothing."""
_RESTRICTING = frozenset("also simply just merely only solely purely even always necessarily directly".split())
"""Behind a "not" these say what of the act is forbidden: "do not simply delete" forbids no deletion."""
_NEGATING = frozenset("not never cannot dont doesnt didnt wont cant isnt arent mustnt shouldnt no nor without".split())
_NOT_REACH = 4
"""How many words a "not" stands before such a word, at the most."""
_BEFORE_CLAUSE = frozenset("ensure sure say think believe agree hope so such clear aware".split())
"""Behind these "that" begins a clause, whatever follows."""
_CLAUSE_BEGINS = frozenset(
    "i you he she it we they there a an the this these those all any each no their our your its his her my".split()
)
"""Before these "that" begins a clause; before another word it may point: "destroy that data"."""
_ARTICLES = frozenset({"a", "an", "the"})
_WHO_REACH = 2
"""Words that may stand between an article and "who", or the "and" behind it."""
_JOINING = frozenset({"so", "however"})
_MEASURED = frozenset("many much few little long far often as that".split())
"""Before these "so" says how many or how much."""
_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve".split())


@dataclass(frozen=True)
class WordRun:
    """Some words of one side, from `first` up to `stop`."""

    keys: Sequence[WordKey]
    first: int
    stop: int
    english: bool = True

    @cached_property
    def forms(self) -> list[str]:
        """Their forms, without those that bind nobody."""
        return [self.keys[at].form for at in range(self.first, self.stop) if not self._is_free(at)]

    @cached_property
    def words(self) -> list[Word]:
        """The words as they stand."""
        return [word for key in self.keys[self.first : self.stop] for word in key.words]

    @property
    def begins(self) -> bool:
        """Whether a sentence or a block begins with it."""
        return bool(self.words) and self.words[0].first

    @property
    def behind_comma(self) -> bool:
        """Whether a comma stands before it."""
        return bool(self.words) and self.words[0].comma

    @property
    def is_share(self) -> bool:
        """Whether it says for each of what something is: "one ticket per person", "for each child"."""
        *_, before, last = ("", "", *(key.form for key in self.keys[max(0, self.first - 2) : self.first]))
        return (last == "per" and before != "as") or (before == "for" and last in {"each", "every"})

    @cached_property
    def text(self) -> str:
        """The words as they stand, on one line."""
        return " ".join(word.text for word in self.words)

    def _is_free(self, at: int) -> bool:
        form = self.keys[at].form
        after = self.keys[at + 1].form if at + 1 < len(self.keys) else ""
        before = self.keys[at - 1].form if at else ""
        if not self.english:
            return False
        if form == "of":
            return before in _WHOLE
        if form == "that" and after not in _CLAUSE_BEGINS:
            return before in _BEFORE_CLAUSE
        return form in FREE and not self._says_more(at, form, after)

    def _says_more(self, at: int, form: str, after: str) -> bool:
        """Say whether a word that mostly binds nobody says here how many are meant, or what is forbidden."""
        if form in _ARTICLES:
            counted = after in _COUNTS or after.isdigit() or after.startswith("amount: ")
            few = form == "a" and after in _SMALL
            return few or (form == "the" and counted) or self._tells_which(at, form)
        if form in _JOINING and not self._joins(at):
            return True
        return form in _RESTRICTING and self._is_denied(at)

    def _tells_which(self, at: int, form: str) -> bool:
        """Say whether an article says how many are meant: behind "and" another one, before "who" all that are named.

        Without its "a" a noun before "who" is no English.
        """
        before = self.keys[at - 1].form if at else ""
        behind = [key.form for key in self.keys[at + 2 : at + 2 + _WHO_REACH]]
        if before == "and":
            earlier = {key.form for key in self.keys[max(0, at - 1 - _WHO_REACH) : at - 1]}
            return not earlier.isdisjoint(_ARTICLES)
        # Before "or guest who signs" the clause is of both, before "or a guest who signs" of one.
        return (form == "the" or before == "or") and not {"who", "whose", "that", "which"}.isdisjoint(behind)

    def _joins(self, at: int) -> bool:
        """Say whether "so" or "however" joins sentences or clauses, and says nothing of the next word."""
        words = self.keys[at].words
        after = self.keys[at + 1].words if at + 1 < len(self.keys) else ()
        apart = bool(words) and (words[0].first or words[0].comma)
        if self.keys[at].form == "however":
            return bool(after) and after[0].comma
        return apart and not (after and after[0].text.casefold() in _MEASURED)

    def _is_denied(self, at: int) -> bool:
        """Say whether a "not" stands shortly before a word of the same sentence."""
        if self.keys[at].words and self.keys[at].words[0].first:
            return False
        for back in range(at - 1, max(-1, at - 1 - _NOT_REACH), -1):
            form = self.keys[back].form
            if form.replace("'", "") in _NEGATING or form in {"duty: must not", "duty: should not", "duty: may not"}:
                return True
            if self.keys[back].words and self.keys[back].words[0].first:
                return False
        return False


def stretches(old: list[str], new: list[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield equal and changed stretches in turn: whether equal, then first and stop on both sides."""
    first = start = 0
    for op in Indel.opcodes(old, new):
        if op.tag == "equal":
            if (first, start) != (op.src_start, op.dest_start):
                yield False, first, op.src_start, start, op.dest_start
            yield True, op.src_start, op.src_end, op.dest_start, op.dest_end
            first, start = op.src_end, op.dest_end
    if (first, start) != (len(old), len(new)):
        yield False, first, len(old), start, len(new)
