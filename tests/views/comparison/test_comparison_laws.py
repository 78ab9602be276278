"""What a comparison says is so: on a small text with the shapes that went wrong, and on a real policy's releases."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from reviewtui.domain.policy.policy import Text, build_policy
from reviewtui.domain.policy.versions import Version
from reviewtui.domain.record.review_state import Review
from reviewtui.domain.review.draft import Draft
from reviewtui.domain.settings.settings import Settings
from reviewtui.text.diff.policy_diff import FileDiff, diff_policies
from reviewtui.text.markdown.document import document_of
from reviewtui.text.meaning.wording.visible_words import seen_passage
from reviewtui.views.comparison.change_rows import ChangeRow, change_rows
from reviewtui.views.comparison.comparison import Comparison, word_lines
from tests.conftest import Clone

SETTINGS = Settings(policy_id="01kb2m6y3t9v8w5x4z7q1r0pka")
OLD = """---
order: 14
---
# Code in the open

<!-- SPDX-License-Identifier: CC0-1.0 -->
<!-- SPDX-FileCopyrightText: 2022 The Foundation for Plain Words -->

## Requirements

* All source code MUST be published.
* Contributors MUST never upload what tells of users, for example: names, keys and words that open a door.

## What this does

* Transparency
* Better quality

## What this does not do

* Make the codebase understandable to as many people as possible

## How to test

* The source for any version is published.

## Policy makers: what you need to do

* Develop policies in the open
"""
NEW = """---
# SPDX-License-Identifier: CC0-1.0
# SPDX-FileCopyrightText: 2022 The Foundation for Plain Words
order: 14
redirect_from:
  - open
---
# Code in the open

Coding in the open improves transparency, increases quality, and makes the source code easier to audit.

## Requirements

* All source code MUST be published.
* The codebase MUST NOT hold what tells of users, their organisation or others.

## How to test

* Confirm that the source for each version is published.
* Confirm that the files do not hold what tells of users.
* Check for the publication of old code.

## Public policy makers: what you need to do

* Develop policies in the open.
"""
PAIRS = (("0.4.1", "0.6.0"), ("0.1.0", "0.8.0"))


def compared(old: Mapping[str, str], new: Mapping[str, str]) -> Comparison:
    """Return two versions, compared."""
    return Comparison(draft(old), draft(new), diff_policies(old, new))


def draft(texts: Mapping[str, str]) -> Draft:
    """Return a draft without any review."""
    policy = build_policy("policy", {path: Text(path, text, "a" * 40) for path, text in texts.items()})
    version = Version("draft", "b" * 40)
    return Draft(SETTINGS, founded=True, effective_settings=SETTINGS, policy=policy, version=version, review=Review())


def release(clone: Clone, tag: str) -> dict[str, str]:
    """Return the criteria of a release."""
    paths = clone.git("ls-tree", "-r", "--name-only", tag, "criteria").split()
    return {f"policy/{path}": clone.git("show", f"{tag}:{path}") for path in paths if path.endswith(".md")}


def headings(text: str) -> Counter[str]:
    """Return the headings of a text."""
    blocks = document_of(text).blocks
    return Counter(" ".join(text[slice(*block.text)].split()) for block in blocks if block.kind == "heading")


def changed_headings(text: str, file: FileDiff, side: str) -> Counter[str]:
    """Return the headings that a comparison takes or brings whole."""
    spans = [
        (getattr(each, f"{side}_start"), getattr(each, f"{side}_end"))
        for each in file.changes
        if each.op != "move" and not each.stays
    ]
    found: Counter[str] = Counter()
    for block in document_of(text).blocks:
        low, high = block.text
        if block.kind == "heading" and any(start <= low and high <= end for start, end in spans):
            found[" ".join(text[low:high].split())] += 1
    return found


def plain(text: str) -> str:
    """Return words as they can be quoted: on one line, with the quotation marks of a keyboard, in lower case."""
    seen = re.sub("\ue000[^\ue001]*\ue001|[\ue002-\ue0ff]", "", seen_passage(text)).replace("\u2029", " ")
    typed = re.sub("[\u2018\u2019]", "'", f"{seen}\n{text}")
    return " ".join(typed.split()).casefold()


def strange_quotes(comparison: Comparison) -> Iterator[str]:
    """Yield what reasons quote and neither version says so."""
    for file in comparison.files():
        for change in file.changes:
            words = plain("\n\n".join(comparison.sources(file, change)))
            for quote in re.findall("“([^“”…]*)”", change.reason):
                if " ".join(re.sub("[\u2018\u2019]", "'", quote).split()).casefold() not in words:
                    yield f"{file.new_path}: {quote} ({change.reason})"


def falsely_gone(comparison: Comparison, row: ChangeRow) -> list[str]:
    """Return the words that a row shows as gone and that no change takes."""
    block, text = row.block, comparison.texts(row.file)[0]
    if block is None or block.moved is not None:
        return []
    taken = Counter(
        word
        for change in row.file.changes
        if change.direction != "from" and change.old_start < block.old[1] and block.old[0] < change.old_end
        for word in re.findall(r"\w+", text[change.old_start : change.old_end])
    )
    shown = " ".join(piece.text for line in row.lines() for piece in line if piece.look == "gone")
    return [word for word in re.findall(r"\w+", shown) if not taken[word]]


def check(comparison: Comparison) -> None:
    """Hold a comparison against its two texts."""
    for file in comparison.files():
        old, new = comparison.texts(file)
        before, after = headings(old), headings(new)
        assert not changed_headings(old, file, "old") - (before - after), file.new_path
        assert not changed_headings(new, file, "new") - (after - before), file.new_path
        for change in file.changes:
            parts = change.reason.split("; ")
            assert len(set(parts)) == len(parts), change.reason
    assert not list(strange_quotes(comparison))


def test_a_small_text_with_all_shapes() -> None:
    """Headings that stay are no change; nothing is shown as gone that stands there; comments are no prose."""
    comparison = compared({"policy/a.md": OLD}, {"policy/a.md": NEW})
    check(comparison)
    rows = list(change_rows(comparison))
    assert [falsely_gone(comparison, row) for row in rows if falsely_gone(comparison, row)] == []
    shown = ["".join(piece.text for piece in line) for row in rows for line in row.lines()]
    assert not any("heading of level" in line for line in shown)
    assert any(line.endswith("Confirm that the files do not hold what tells of users.") for line in shown)
    told = list(word_lines(comparison))
    assert not any("Criteria" in line and "gone" in line for line in told)
    assert "     ## [-Policy-]{+Public policy+} makers: what you need to do" in told
    assert all(change.op != "move" for file in comparison.files() for change in file.changes)


@pytest.mark.parametrize(("old", "new"), [PAIRS[0], pytest.param(*PAIRS[1], marks=pytest.mark.slow)])
def test_releases_of_a_real_policy(standard: Clone, old: str, new: str) -> None:
    """Headings against the outlines of both, quotes against the texts, gone words against what changed."""
    comparison = compared(release(standard, old), release(standard, new))
    check(comparison)
    false = [(row.file.new_path, falsely_gone(comparison, row)) for row in change_rows(comparison)]
    # A word or two that agree by chance inside of rewritten prose are no agreement.
    assert sum(bool(words) for _, words in false) <= 2, false
