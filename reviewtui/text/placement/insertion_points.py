"""An insertion point placed: between the same words, else beside the sentence that it stood beside."""

from reviewtui.text.placement.matching import Matcher
from reviewtui.text.placement.rewording import reworded_spots
from reviewtui.text.placement.spots import Spot


def point_spot(matcher: Matcher, path: str, at: int) -> Spot | None:
    """Return where the gap `at` of an old file is now; `start` equals `end`."""
    table = matcher.versions.old_table(path)
    index = table.range(at, len(table.text))[0]
    if index < len(table.words) and table.starts[index] < at:
        return _within_word(matcher, path, index, at)
    before = matcher.words.pieces(path, index - 1, index) if index else []
    after = matcher.words.pieces(path, index, index + 1)
    if before:
        piece = before[0]
        target = matcher.versions.new_table(piece.path)
        end = target.end(piece.new)
        room = len(target.text[end:]) - len(target.text[end:].lstrip())
        place = end + min(max(at - table.end(index - 1), 0), room)
        both = bool(after) and after[0].path == piece.path and after[0].new == piece.new + 1
        if both and at == table.starts[index]:
            place = target.starts[after[0].new]
        return Spot(piece.path, place, place, 1.0 if both else 0.7, same=both)
    if after:
        target = matcher.versions.new_table(after[0].path)
        place = _before_word(target.text, target.starts[after[0].new], table.starts[index] - at)
        return Spot(after[0].path, place, place, 0.7)
    return _beside_sentence(matcher, path, at)


def _within_word(matcher: Matcher, path: str, index: int, at: int) -> Spot | None:
    table = matcher.versions.old_table(path)
    pieces = matcher.words.pieces(path, index, index + 1)
    if not pieces:
        return _beside_sentence(matcher, path, at)
    target = matcher.versions.new_table(pieces[0].path)
    start = target.starts[pieces[0].new]
    place = min(start + at - table.starts[index], start + len(target.words[pieces[0].new]))
    return Spot(pieces[0].path, place, place, 1.0, same=True)


def _beside_sentence(matcher: Matcher, path: str, at: int) -> Spot | None:
    units = matcher.versions.old.units(path)
    ahead = [unit for unit in units if unit.end <= at][-1:]
    behind = [unit for unit in units if unit.start >= at][:1]
    for unit in (*ahead, *behind):
        spots = reworded_spots(matcher, path, unit.start, unit.end)
        if len(spots) == 1:
            place = spots[0].end
            if unit.end > at:
                place = _line_start(matcher.versions.new.texts[spots[0].path], spots[0].start, unit.start - at)
            return Spot(spots[0].path, place, place, min(0.6, spots[0].sure))
    return None


def _before_word(text: str, start: int, blanks: int) -> int:
    """Return the place up to `blanks` characters of white space before the word at `start`."""
    room = start - len(text[:start].rstrip())
    return start - min(blanks, room)


def _line_start(text: str, start: int, distance: int) -> int:
    """Return where the line of a sentence begins, when its bullet or hash alone fits in between; else its start."""
    line = text.rfind("\n", 0, start) + 1
    marks = text[line:start]
    return line if len(marks) <= distance and not any(map(str.isalpha, marks)) else start
