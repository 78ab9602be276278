"""Two texts of one file compared, and all that follows from the two alone, so that it is worked out once.

Which passages moved is known only when all files of a version are seen (`policy_diff`); what a hunk of these two texts
means, which sentences lost their partner and which words are no longer said does not depend on other files.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from reviewtui.text.diff.code_changes import code_changes
from reviewtui.text.diff.context_changes import context_changes
from reviewtui.text.diff.footnotes import footnote_changes
from reviewtui.text.diff.hidden_words import hidden_word_changes
from reviewtui.text.diff.kept_words import KeptWordsChange, TextPair, changed_parts
from reviewtui.text.diff.moves import Move, UnmatchedSentence, find_moved_phrases, unmatched_sentences
from reviewtui.text.diff.numbered_references import ranking_changes, reference_changes
from reviewtui.text.diff.prose.block_hunks import is_hidden, with_parted_hunks
from reviewtui.text.diff.prose.prose_diff import TextDiff, diff_texts
from reviewtui.text.diff.symbol_changes import sign_changes
from reviewtui.text.diff.tuning import KEPT_CHARACTERS, SHORTEST_CLAUSE
from reviewtui.text.meaning.class_values import ClassByWords
from reviewtui.text.span import Span
from reviewtui.text.words.words import Numbering

HunkClasses = dict[tuple[Span, Span], ClassByWords]
"""The class of each change, by where it stands in the old and in the new text."""


@dataclass(slots=True)
class PairAnswers:
    """What is known of two texts; None where nobody has asked yet. Classes are by the language of the policy."""

    diff: TextDiff | None = None
    gone: list[UnmatchedSentence] | None = None
    come: list[UnmatchedSentence] | None = None
    moved_phrases: list[Move] | None = None
    kept_words_changed: list[KeptWordsChange] | None = None
    classes: dict[str, HunkClasses] = field(default_factory=dict)
    """Of the changes."""
    moved: dict[str, HunkClasses] = field(default_factory=dict)
    """Of passages that moved from the one text to the other."""


KeptWordsFinder = Callable[[str, str, Sequence[tuple[Span, Span]]], Iterable[KeptWordsChange]]
"""What looks for such changes between two texts, given their hunks."""
Recall = Callable[[str, str], PairAnswers | None]
"""What was known before of two texts."""
Fresh = dict[tuple[str, str], PairAnswers]
"""All that is known of those pairs of texts of which something was classed anew."""


class TextComparison:
    """The comparison of the text `old` with `new`; what it is not asked for it does not work out."""

    def __init__(self, old: str, new: str, answers: PairAnswers, numbering: Numbering | None = None) -> None:
        """Take the two texts and what is known of them; `numbering` serves the words of several comparisons."""
        self.old = old
        self.new = new
        self._answers = answers
        self._numbering = numbering

    @cached_property
    def diff(self) -> TextDiff:
        """The word diff."""
        if self._answers.diff is None:
            diff = diff_texts(self.old, self.new, self._numbering)
            self._answers.diff = with_parted_hunks(diff, self.old, self.new)
            self._numbering = None
        return self._answers.diff

    @cached_property
    def hunks(self) -> list[tuple[Span, Span]]:
        """Where each hunk stands in the old and in the new text."""
        return [((hunk.old_start, hunk.old_end), (hunk.new_start, hunk.new_end)) for hunk in self.diff.hunks]

    @property
    def gone(self) -> list[UnmatchedSentence]:
        """The sentences of the old text without a partner."""
        if self._answers.gone is None:
            self._answers.gone = unmatched_sentences("", self.old, [gone for gone, _ in self.hunks])
        return self._answers.gone

    @property
    def come(self) -> list[UnmatchedSentence]:
        """The sentences of the new text without a partner."""
        if self._answers.come is None:
            self._answers.come = unmatched_sentences("", self.new, [come for _, come in self.hunks])
        return self._answers.come

    @property
    def moved_phrases(self) -> list[Move]:
        """The clauses that stand at another place of the file; a comment is no place for prose."""
        if self._answers.moved_phrases is None:
            seen = [(_seen_of(self.old, gone), _seen_of(self.new, come)) for gone, come in self.hunks]
            self._answers.moved_phrases = find_moved_phrases(("", ""), (self.old, self.new), seen)
        return self._answers.moved_phrases

    @property
    def kept_words_changed(self) -> list[KeptWordsChange]:
        """The words that both texts have and only one of them says, or says under other words or with other signs."""
        if self._answers.kept_words_changed is None:
            whole = TextPair(self.old, self.new, self.hunks)
            parts = changed_parts(self.old, self.new, self.hunks)
            changes = [
                *_found(hidden_word_changes, parts),
                *_found(sign_changes, [whole]),
                *_found(code_changes, parts),
                *context_changes(whole, parts),
                *_found(ranking_changes, [whole]),
                *_found(footnote_changes, [whole]),
                *_found(reference_changes, [whole]),
            ]
            self._answers.kept_words_changed = changes
            COMPARISONS.note_fresh(self.old, self.new, self._answers)
        return self._answers.kept_words_changed

    def class_of(self, gone: Span, come: Span, language: str) -> ClassByWords:
        """Return the class of the change from `old[gone]` to `new[come]` in a policy of this language, and why."""
        known = self._answers.classes.setdefault(language, {})
        classed = known.get((gone, come))
        if classed is None:
            # The words that carry meaning are loaded here, since most commands class nothing.
            from reviewtui.text.diff.hunk_classes import hunk_class

            classed = known[gone, come] = hunk_class(self.old, self.new, (gone, come), language)
            COMPARISONS.note_fresh(self.old, self.new, self._answers)
        return classed

    def class_of_move(self, gone: Span, come: Span, language: str) -> ClassByWords:
        """Return the class of the move of `old[gone]` to `new[come]`, and why."""
        known = self._answers.moved.setdefault(language, {})
        classed = known.get((gone, come))
        if classed is None:
            from reviewtui.text.diff.move_context import move_class

            classed = known[gone, come] = move_class(self.old, gone, self.new, come, language)
            COMPARISONS.note_fresh(self.old, self.new, self._answers)
        return classed


def _found(find: KeptWordsFinder, pairs: Iterable[TextPair]) -> Iterator[KeptWordsChange]:
    """Give what is found in some texts or parts of them, by its place in the whole."""
    return (pair.in_whole(change) for pair in pairs for change in find(pair.old, pair.new, pair.hunks))


def _seen_of(text: str, span: Span) -> Span:
    """Return a span, or nothing of it where no reader sees it, or where it is too short to hold a clause."""
    long_enough = span[1] - span[0] >= SHORTEST_CLAUSE
    return span if long_enough and not is_hidden(text, span) else (span[0], span[0])


class TextComparisons:
    """The comparisons that were asked for lately; the oldest go when their texts have more than `most` characters."""

    def __init__(self, most: int) -> None:
        """Keep no more than `most` characters of texts."""
        self._most = most
        self._size = 0
        self._kept: OrderedDict[tuple[str, str], TextComparison] = OrderedDict()
        self._fresh: Fresh = {}
        self._lock = Lock()
        self.recall: Recall | None = None
        """What knows comparisons from before; while there is none, nothing is noted for it."""

    def of(self, old: str, new: str, numbering: Numbering | None = None) -> TextComparison:
        """Return the comparison of two texts; `numbering` serves the words of all texts that are compared at once."""
        if old == new:
            return TextComparison(old, new, PairAnswers())
        with self._lock:
            comparison = self._kept.get((old, new))
            if comparison is not None:
                self._kept.move_to_end((old, new))
                return comparison
        known = self.recall(old, new) if self.recall is not None else None
        comparison = TextComparison(old, new, known or PairAnswers(), numbering)
        with self._lock:
            if (old, new) not in self._kept:
                self._kept[old, new] = comparison
                self._size += len(old) + len(new)
            while self._size > self._most:
                (first, second), _ = self._kept.popitem(last=False)
                self._size -= len(first) + len(second)
        return comparison

    def note_fresh(self, old: str, new: str, answers: PairAnswers) -> None:
        """Note that something was worked out that was not known before."""
        if self.recall is not None:
            self._fresh[old, new] = answers

    def take_fresh(self) -> Fresh:
        """Return what was worked out anew, once: all that is known of each pair of texts of which anything was."""
        fresh, self._fresh = self._fresh, {}
        return fresh


COMPARISONS = TextComparisons(KEPT_CHARACTERS)
"""What this process has compared: screens, sign-offs and gates ask for the same texts again and again."""
