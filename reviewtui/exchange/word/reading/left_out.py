"""Counts what a file holds and a review has no place for, so that nothing goes silently."""

from collections import Counter

_SENTENCES = {
    "formatting": ("{n} change of formatting", "{n} changes of formatting"),
    "picture": ("{n} picture", "{n} pictures"),
    "hidden": ("{n} stretch of hidden text", "{n} stretches of hidden text"),
    "white": ("{n} stretch of white text, taken as it reads", "{n} stretches of white text, taken as they read"),
    "highlight": ("{n} stretch marked in colour", "{n} stretches marked in colour"),
    "object": ("{n} embedded object", "{n} embedded objects"),
    "math": ("{n} formula, read as its plain characters", "{n} formulas, read as their plain characters"),
    "symbol": ("{n} sign of a symbol font, shown as □", "{n} signs of symbol fonts, shown as □"),
    "chunk": (
        "{n} part in another format, which was not read: open the file in Word and save it anew",
        "{n} parts in another format, which were not read: open the file in Word and save it anew",
    ),
    "wordless": ("{n} tracked change without words", "{n} tracked changes without words"),
    "undone": ("{n} stretch that its writer took out again", "{n} stretches that their writers took out again"),
    "height": (
        "{n} stretch raised or lowered, read as on the line",
        "{n} stretches raised or lowered, read as on the line",
    ),
    "ruby": ("{n} reading beside words", "{n} readings beside words"),
    "placeholder": ("{n} field to fill in", "{n} fields to fill in"),
    "control": ("{n} tick box or control", "{n} tick boxes or controls"),
    "drawing": ("{n} drawing or diagram with words of its own", "{n} drawings or diagrams with words of their own"),
    "ink": ("{n} mark made with a pen", "{n} marks made with a pen"),
    "range": ("{n} comment without words", "{n} comments without words"),
}


class LeftOut:
    """What has been left out so far: how often, and for some things which words."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._words: dict[str, list[str]] = {}
        self._sentences: list[str] = []

    def count(self, what: str, words: str = "") -> None:
        """Count one more; `words` tell which."""
        self._counts[what] += 1
        if words.strip() and len(self._words.setdefault(what, [])) < 5:
            self._words[what].append(" ".join(words.split())[:80])

    def say(self, sentence: str) -> None:
        """Add a sentence as it is."""
        self._sentences.append(sentence)

    def sentences(self) -> tuple[str, ...]:
        """Return what was left out, in sentences."""
        counted = []
        for what, count in self._counts.items():
            sentence = _SENTENCES[what][count > 1].format(n=count)
            words = ", ".join(f"“{word}”" for word in self._words.get(what, []))
            counted.append(f"{sentence}{': ' + words if words else ''}.")
        return (*counted, *dict.fromkeys(self._sentences))
