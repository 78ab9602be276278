"""The work on the way to a release: what has been done since the last one, and what is left.

Each piece is something that a person does: decide a remark, read a section, sign off, mend a finding. The list of what
is left only shrinks when somebody did something, and grows when somebody found something.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from reviewtui.domain.counted_nouns import counted, first_few, plural
from reviewtui.domain.person import parse_person
from reviewtui.domain.readiness.gates.gate_input import GateInput
from reviewtui.domain.record.events import Released

_MOST_NAMED = 1
_AGREED = frozenset({"support", "no-objection", "abstain"})


@dataclass(frozen=True, slots=True)
class Work:
    """One kind of work in pieces: how many are done and how many are left; `name` as in "3 remarks to decide"."""

    name: str
    done: int
    left: int


def work_of(given: GateInput) -> tuple[Work, ...]:
    """Return the work on a draft by kind."""
    return (_remarks(given), _reading(given), _signing(given), _findings(given))


def open_question(given: GateInput) -> str:
    """Return why it is not yet a question how ready a draft is, empty when it is one.

    It is one as soon as an organisation other than the authors' has read all of it, at whatever time.
    """
    rules = given.draft.effective_settings
    authors = {rules.organisation_of(parse_person(text)) for text in rules.authors}
    partners = [name for name in rules.organisations if name not in authors]
    if not partners:
        return "no partner organisation is named; name one: reviewtui organisation add"
    texts = given.coverage
    read = {name: sum(name in each.readers | each.earlier for each in texts) for name in partners}
    if any(count == len(texts) for count in read.values()) and texts:
        return ""
    best = max(partners, key=read.__getitem__)
    if not read[best]:
        return "no partner organisation has read it"
    unread = [_title(given, text.path) for text in texts if best not in text.readers | text.earlier]
    present = sum(best in text.readers for text in texts)
    older = f" ({present} as {'it stands' if present == 1 else 'they stand'} now)" if present < read[best] else ""
    return (
        f"no partner organisation has read all of it; {rules.organisation_name(best)} has read {read[best]} of "
        f"{counted(len(texts), 'section')}{older}, not {first_few(unread, _MOST_NAMED)}"
    )


def _title(given: GateInput, path: str) -> str:
    section = given.draft.policy.section_at(path)
    return f"“{section.title}”" if section else path


def _remarks(given: GateInput) -> Work:
    since = max((event.at for event in given.draft.review.submitted(Released)), default=None)
    done = sum(not t.is_undecided and (since is None or t.root.at > since) for t in given.remarks)
    left = sum(thread.is_undecided for thread in given.remarks)
    return Work(f"{plural(left, 'remark')} to decide", done, left)


def _reading(given: GateInput) -> Work:
    asked = frozenset(given.draft.effective_settings.asked())
    texts = given.coverage
    done = sum(len(text.readers & asked) for text in texts)
    left = len(asked) * len(texts) - done
    return Work(f"{plural(left, 'reading')} of a section as it stands", done, left)


def _signing(given: GateInput) -> Work:
    rows = given.signoffs
    done = sum(row.position in _AGREED and not row.is_stale and not row.missing for row in rows)
    left = len(rows) - done
    return Work(f"{plural(left, 'sign-off')} of the text as it stands", done, left)


def _findings(given: GateInput) -> Work:
    left = len(given.findings)
    return Work(f"{plural(left, 'finding')} to mend", given.dismissed, left)


def in_words(work: tuple[Work, ...]) -> Iterator[str]:
    """Yield what is left, a kind at a time: "3 remarks to decide"."""
    return (f"{kind.left} {kind.name}" for kind in work if kind.left)
