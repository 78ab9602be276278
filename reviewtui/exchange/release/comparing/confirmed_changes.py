"""Before and now set side by side only where the placement of passages knows that the one became the other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reviewtui.checks.input.policy_prose import Sentence, prose_of
from reviewtui.domain.policy.policy import Policy
from reviewtui.exchange.release.comparing.compared_prose import (
    SentenceChange,
    heading_of,
    place_under,
    placed,
    touched,
    words_of,
)
from reviewtui.text.meaning.class_values import ChangeClass
from reviewtui.text.placement.place_values import Placement, Quote
from reviewtui.text.placement.placement import Placer

STANDS_ELSEWHERE = "the same words stand elsewhere in the policy"
_MAY_STAND_ELSEWHERE = "it may be one of several places of the policy that read alike now"


class ConfirmedChanges:
    """Changes of sentences between two releases, told by where each sentence of the earlier one stands in the later."""

    def __init__(self, base: Policy, now: Policy) -> None:
        self._base, self._now = base, now
        self._placer = Placer(base.strings(), now.strings())
        self._places: dict[str, list[tuple[str, Sentence]]] = defaultdict(list)
        for path, text in base.texts.items():
            for sentence in prose_of(text.text).running():
                self._places[words_of(sentence)].append((path, sentence))

    def of(self, changes: Sequence[SentenceChange], gone: Iterable[str]) -> Iterator[SentenceChange]:
        """Yield the changes with what is not sure told apart; `gone` are the files of the base that are no more.

        Of a sentence that the placement finds elsewhere in other words both are told; one that it finds nowhere is
        taken out, and of one that may stand in several places that is said.
        """
        settled = [each for change in changes for each in self._settled(change)]
        told = {words for change in settled if change.after for words in change.before}
        lost = (words_of(each) for path in gone for each in prose_of(self._base.texts[path].text).running())
        settled += [pair for words in lost if words not in told and (pair := self._pair(words, "substantive"))]
        taken = {words for change in settled if change.before for words in change.after}
        for change in dict.fromkeys(settled):
            if change.before or change.why:
                yield change
            elif after := tuple(words for words in change.after if words not in taken):
                yield replace(change, after=after)

    def _settled(self, change: SentenceChange) -> Iterator[SentenceChange]:
        if change.why or not change.before or any(words not in self._places for words in change.before):
            yield change
            return
        now = {words: self._now_reads(words) for words in change.before}
        here = [words for words in change.before if set(now[words]) & set(change.after)]
        elsewhere = [words for words in change.before if now[words] and words not in here]
        nowhere = [words for words in change.before if words not in here and words not in elsewhere]
        if change.after and (here or not (change.was or elsewhere)):
            yield replace(change, before=tuple(words for words in change.before if words not in elsewhere))
        else:
            yield from self._apart(change, nowhere)
        for words in elsewhere:
            yield self._pair(words, change.change_class) or replace(
                change, before=(words,), after=(), was="", why=STANDS_ELSEWHERE
            )

    def _apart(self, change: SentenceChange, nowhere: Sequence[str]) -> Iterator[SentenceChange]:
        """Yield what is gone, each where it stood, and what is new."""
        if change.after:
            yield replace(change, before=(), was="")
        if not change.after and not any(map(self._is_unsure, nowhere)):
            if nowhere:
                yield replace(change, before=tuple(nowhere))
            return
        for words in nowhere:
            path, sentence = self._places[words][0]
            title, (_, at) = placed(self._base, path, sentence.start)
            order = next((n for n, each in enumerate(self._now.sections) if each.title == title), change.place[0])
            why = _MAY_STAND_ELSEWHERE if self._is_unsure(words) else ""
            yield replace(
                change,
                section=title,
                where=place_under(heading_of(prose_of(self._base.texts[path].text), sentence), title),
                before=(words,),
                after=(),
                place=(order, at),
                was="",
                why=why,
            )

    def _pair(self, words: str, change_class: ChangeClass) -> SentenceChange | None:
        """A sentence of the base with the ones that it became; None where it is nowhere, or reads the same."""
        for path, sentence in self._places[words]:
            placement = self._placement(path, sentence)
            after = self._sentences_at(placement)
            if not after or words in after:
                continue
            there = placement.path or ""
            title, place = placed(self._now, there, placement.start)
            was, _ = placed(self._base, path, sentence.start)
            side = prose_of(self._now.texts[there].text)
            first = next(each for each in side.running() if words_of(each) == after[0])
            stood = f"in “{was}”" if was != title else "elsewhere in this section"
            where = place_under(heading_of(side, first), title)
            return SentenceChange(title, where, change_class, (words,), after, place, stood)
        return None

    def _now_reads(self, words: str) -> tuple[str, ...]:
        return tuple(
            found
            for path, sentence in self._places[words]
            for found in self._sentences_at(self._placement(path, sentence))
        )

    def _is_unsure(self, words: str) -> bool:
        return any(self._placement(*place).state == "ambiguous" for place in self._places[words])

    def _placement(self, path: str, sentence: Sentence) -> Placement:
        start, end = sentence.start, sentence.end
        return self._placer.place(Quote(path, start, end, self._base.texts[path].text[start:end]))

    def _sentences_at(self, placement: Placement) -> tuple[str, ...]:
        """The sentences now that a sentence became; none where it is not at one known place."""
        if not placement.is_placed:
            return ()
        sentences = prose_of(self._now.texts[placement.path or ""].text).sentences
        held = sorted(touched(sentences, placement.start, placement.end))
        return tuple(words_of(sentences[number]) for number in held if not sentences[number].heading)
