"""The meaning alarm: did the duty of a passage change, and which words say so.

Two passages are compared by their signals (`signals`, `signal_changes`) and by who is bound (`holders`): what only one
of them has is a change of meaning, whatever else was reworded. Where they hear nothing, single words are asked: another
number, measure or sign, or a word that turns another one round.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewtui.text.markdown.said_passage import SIGNED, with_signs
from reviewtui.text.meaning.class_values import WordChange
from reviewtui.text.meaning.holders import other_holder
from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.meaning.language.passage_language import ALARMS, Alarm, passage_language
from reviewtui.text.meaning.signal_changes import MeaningChange, signal_changes
from reviewtui.text.meaning.signals import plain, signals_of
from reviewtui.text.meaning.welsh.welsh_words import other_welsh_holder
from reviewtui.text.meaning.wording.unknown_language import NO_ALARM, other_words
from reviewtui.text.meaning.wording.word_changes import significant_changes

_QUOTED = re.compile(r"“([^“”]*)”( is (?:gone|new))")
_HOLDERS = {"en": other_holder, "cy": other_welsh_holder}
"""What tells, in each language of an alarm, that another one is bound."""


def meaning_changes(old: str, new: str, language: str = BRITISH_ENGLISH) -> tuple[MeaningChange, ...]:
    """Return what changed in the duty of a passage, empty when it was only reworded; `language` is the policy's.

    In a language of which no alarm knows the words nothing is heard here; `may_mean_otherwise` says what changed then.
    """
    if old == new:
        return ()
    changes: list[MeaningChange] = []
    for alarm in passage_language(old, new, language).heard:
        before, after = signals_of(old, alarm), signals_of(new, alarm)
        changes += [_told_in(change, alarm) for change in signal_changes(before, after)]
        binds = alarm != "en" or any(signal.kind == "duty" for signal in (*before, *after))
        if binds and old and new and (holders := _HOLDERS[alarm](plain(old), plain(new))):
            change = MeaningChange(f"{holders[0]} → {holders[1]}", "another one is bound")
            changes.append(_told_in(change, alarm))
    if not changes and passage_language(old, new, language).main == "en":
        changes = [MeaningChange(each.words, each.reason) for each in significant_changes(old, new)]
    return tuple(changes)


def may_mean_otherwise(old: str, new: str, language: str) -> tuple[MeaningChange, ...]:
    """Return what changed in the meaning of a passage, or may have, since no alarm knows its language."""
    changes = meaning_changes(old, new, language)
    known = passage_language(old, new, language)
    if changes or known.main or known.heard:
        return changes
    words = other_words(old, new)
    return (MeaningChange(f"{words} ({NO_ALARM})", NO_ALARM),) if words else ()


def _told_in(change: MeaningChange, alarm: Alarm) -> MeaningChange:
    """Return a change with the language of its words, where that is not the usual one."""
    return change if alarm == "en" else replace(change, words=f"{change.words} (in {ALARMS[alarm]})")


def in_words(changes: Iterable[MeaningChange | WordChange]) -> str:
    """Return the words of up to three changes, for one line: "must → may; 7 days → 14 days"."""
    every = list(dict.fromkeys(SIGNED.sub("", with_signs(change.words)) for change in changes))
    words = _elsewhere(_news(every))
    more = f"; {len(words) - 3} more" if len(words) > 3 else ""
    return "; ".join(words[:3]) + more


def _elsewhere(told: Sequence[str]) -> list[str]:
    """Return what is told, with one sentence for words that are gone from one place and new at another."""
    parts = [_QUOTED.fullmatch(each) for each in told]
    ways = {(part[1].casefold(), part[2]) for part in parts if part}
    moved = {words for words, _ in ways if {(words, " is gone"), (words, " is new")} <= ways}
    return list(
        dict.fromkeys(
            f"“{part[1].casefold()}” stands elsewhere" if part and part[1].casefold() in moved else each
            for each, part in zip(told, parts, strict=True)
        )
    )


def _news(told: Sequence[str]) -> list[str]:
    """Return the different changes that are told without those that another one holds: of “must not” the “not”."""
    parts = [_QUOTED.fullmatch(each) for each in told]
    alike: dict[str, list[str]] = defaultdict(list)
    for part in filter(None, parts):
        alike[part[2]].append(f" {part[1]} ")
    listed = {way: "\0".join(words) for way, words in alike.items()}
    return [
        each for each, part in zip(told, parts, strict=True) if not part or listed[part[2]].count(f" {part[1]} ") == 1
    ]
