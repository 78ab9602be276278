"""What is new in a release: half a page for whoever decides, then each change in whole sentences, before and now."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from reviewtui.checks.input.policy_prose import Sentence, prose_of
from reviewtui.domain.counted_nouns import counted, plural
from reviewtui.domain.policy.policy import Policy, Section
from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.record.events import Classified
from reviewtui.exchange.papers.paper import (
    Compared,
    Items,
    Paper,
    PaperBlock,
    PaperHeading,
    PaperParagraph,
    paragraph,
    quote,
    words,
)
from reviewtui.exchange.release.advising_findings import advising_findings
from reviewtui.exchange.release.answers import TAKEN_UP, resulting, where, without_text
from reviewtui.exchange.release.comparing.binding_sentences import is_rule, rules_by_holder
from reviewtui.exchange.release.comparing.compared_prose import SentenceChange
from reviewtui.exchange.release.comparing.sentence_changes import moved_passages, sentence_changes, taken_in_by
from reviewtui.exchange.release.main_changes import main_changes, remarks_on, repeated, repeated_told
from reviewtui.exchange.release.release_positions import positions, unmet
from reviewtui.exchange.release.remark_counts import release_counted
from reviewtui.exchange.release.unasked_changes import duty_change, unasked, why_taken_out
from reviewtui.views.excerpt import clipped

NAME = "CHANGELOG"
_MOST_HOLDERS = 6
_MOST_RULES = 2
_LONGEST_EXAMPLE = 200
_PURPOSE_SENTENCES = 3
_FEWEST_WORDS = 5
"""Words of a sentence that can say what a section is about."""
_LONGEST = 900
"""Characters of a passage; a section that was written anew is told by its beginning."""

_IN_MANY = " Where the same words became the same others in many places, one of them is quoted."
_BINDING = ("sentences that bind by their wording", "in both releases in the same words")
_GONE = (_BINDING[0], "in other sections now, in the same words or in others that are quoted below")


def paper(inputs: ReleaseInputs) -> Paper:
    """Return the paper."""
    title = f"{inputs.title}: what is new in {inputs.version}"
    blocks = _first(inputs) if inputs.base is None or inputs.diff is None else _later(inputs, inputs.base)
    return Paper(title, (*_released(inputs), *blocks), inputs.draft.effective_settings.language)


def _released(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    day = f"{inputs.day.day} {inputs.day:%B %Y}"
    before = ""
    if inputs.base_version and inputs.since is not None:
        before = f" It replaces {inputs.base_version} of {inputs.since.day} {inputs.since:%B %Y}."
    yield paragraph(f"Released on {day}.{before}")
    if inputs.override:
        judged = inputs.readiness
        yield paragraph("Released although not all conditions were met. The reason given: ", quote(inputs.override))
        question = [words(f"{judged.question[:1].upper()}{judged.question[1:]}.")] if judged.question else []
        yield Items((*question, *(words(unmet(inputs, gate)) for gate in judged.closed)))


def _first(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    """What the policy is and covers, for a release that nothing was before."""
    policy = inputs.draft.policy
    rules = [sentence for section in policy.sections for sentence in _rules_in(policy, section)]
    sections = len(policy.sections)
    yield PaperHeading("In short")
    yield paragraph(
        f"This is the first release: {counted(sections, 'section')} with "
        f"{_counted(len(rules), 'rule')} that {'binds' if len(rules) == 1 else 'bind'} somebody."
    )
    if purpose := _purpose(policy):
        yield paragraph("What it is: ", quote(purpose))
    yield from _for_whom(rules, "Whom it binds")
    yield from positions(inputs)
    yield PaperHeading("What it covers")
    yield Items(tuple(words(*_about(policy, section)) for section in policy.sections))


def _later(inputs: ReleaseInputs, base: Policy) -> Iterator[PaperBlock]:
    policy, diff = inputs.draft.policy, inputs.diff
    changes = sentence_changes(base, policy, diff) if diff is not None else ()
    rules, substance, reworded = (
        [each for each in changes if each.change_class == name] for name in ("new-rule", "substantive", "editorial")
    )
    fewer = [each for each in substance if each.has_fewer_rules]
    apart = [each for each in substance if each.why]
    substance = [each for each in substance if not (each.has_fewer_rules or each.why)]
    fewer = [each for each in fewer if not each.why]
    new, gone = _sections(inputs, base)
    yield PaperHeading("In short")
    is_same = diff is not None and not any(file.changes or file.old_path != file.new_path for file in diff.files)
    same = f"The text reads as in {inputs.base_version or 'the release before'}; no word of it has changed."
    merged = [] if diff is None else [(each, into) for each in gone if (into := taken_in_by(each, base, policy, diff))]
    gone = [each for each in gone if each not in {section for section, _ in merged}]
    told = {words for change in changes if change.after for words in change.before}
    still = _all_rules(policy) | told
    lost = list(_fallen_rules(gone, base, policy, still))
    with_it = f" ({counted(len(lost), 'rule')} with it)" if lost else ""
    counts = _counts((rules, fewer, substance, reworded), (new, gone, merged), with_it)
    alike = repeated(substance)
    yield paragraph(same if is_same else f"{counts}{_IN_MANY if alike else ''}")
    yield paragraph(*_who_took_part(inputs))
    before = _all_rules(base)
    in_new = [rule for section in new for rule in _rules_in(policy, section)]
    quoted = sum(rule not in before for rule in in_new)
    yield from main_changes(inputs, (*lost, *fewer, *rules, *substance), quoted)
    others = (rule for each in (*rules, *fewer, *substance) for rule in each.other_rules)
    changed = [rule for rule in dict.fromkeys((*others, *in_new)) if rule not in before]
    yield from _for_whom(changed, "What changes for whom: rules that are new or read otherwise")
    yield from _standing(inputs)
    for heading, sections, text in (("New sections", new, policy), ("Sections taken out", gone, base)):
        if sections:
            yield PaperHeading(heading)
            yield Items(tuple(words(*_about(text, section)) for section in sections))
            yield from _rules_of(
                text, sections, before if text is policy else still, _BINDING if text is policy else _GONE
            )
    yield from (paragraph(why_taken_out(inputs, base, section)) for section in gone)
    yield from _merged(merged, base, still)
    yield from _class(rules, "New rules", inputs)
    yield from _class(fewer, "Rules taken out or weakened", inputs)
    yield from _substance(substance, alike, inputs)
    yield from _class(apart, "The same words, in another place")
    if diff is not None and (moved := moved_passages(base, policy, diff)):
        yield PaperHeading("Moved")
        yield Items(tuple(words(f"{where}: ", quote(clipped(text, _LONGEST))) for where, text in moved))
    yield from _wording(reworded)
    yield from _classed_by_authors(inputs)


def _substance(
    changes: Iterable[SentenceChange],
    alike: Mapping[tuple[str, str], Sequence[SentenceChange]],
    inputs: ReleaseInputs,
) -> Iterator[PaperBlock]:
    """What changed in substance; what is the same change in many places first, and once."""
    if alike:
        yield PaperHeading("The same change of words in many places")
        yield from repeated_told(alike)
    together = {id(change) for held in alike.values() for change in held}
    yield from _class((each for each in changes if id(each) not in together), "Changed in substance", inputs)


def _fallen_rules(gone: Iterable[Section], base: Policy, policy: Policy, still: set[str]) -> Iterator[SentenceChange]:
    """The rules that fall away with sections that were taken out."""
    for section in gone:
        for rule in _rules_in(base, section):
            if rule not in still:
                place = (len(policy.sections), section.start)
                yield SentenceChange(section.title, "", "substantive", (rule,), (), place)


def _merged(merged: Sequence[tuple[Section, Section]], base: Policy, still: set[str]) -> Iterator[PaperBlock]:
    """The sections most of which stands in another one now, and their rules that stand nowhere in the same words."""
    if merged:
        yield PaperHeading("Sections merged into others")
        yield Items(
            tuple(words(each.title, ", most of which stands now in ", quote(into.title)) for each, into in merged)
        )
        yield from _rules_of(
            base, [each for each, _ in merged], still, ("rules that stand nowhere in the same words", _GONE[1])
        )


def _rules_of(
    policy: Policy, sections: Iterable[Section], elsewhere: set[str], told: tuple[str, str]
) -> Iterator[PaperBlock]:
    """The rules of whole sections under a heading; those that stood, or stand, in other ones are only counted."""
    for section in sections:
        every = list(_rules_in(policy, section))
        rules = [rule for rule in every if rule not in elsewhere]
        if rules:
            yield PaperHeading(f"{section.title}: {told[0]}", 3)
            yield Items(tuple(words(quote(clipped(rule, _LONGEST))) for rule in rules))
            if same := len(every) - len(rules):
                yield paragraph(f"{counted(same, 'more rule', 'is')} {told[1]}.")


def _counts(ranked: tuple[Sequence[SentenceChange], ...], sections: tuple[Sequence[object], ...], lost: str) -> str:
    rules, fewer, substance, reworded = map(len, ranked)
    new, gone, merged = map(len, sections)
    parts = [
        f"{_counted(new, 'section')} new" if new else "",
        f"{_counted(gone, 'section')} taken out{lost}" if gone else "",
        f"{_counted(merged, 'section')} merged into others" if merged else "",
        f"{_counted(rules, 'place')} with new rules",
        f"{_counted(fewer, 'place')} with rules taken out or weakened" if fewer else "",
        f"{_counted(substance, 'other place')} changed in substance",
        f"{_counted(reworded, 'place')} reworded without another meaning" if reworded else "",
    ]
    counted = ", ".join(filter(None, parts))
    compared = rules + fewer + substance
    below = {
        0: "",
        1: " The changed place is quoted below as it read before and as it reads now, a long one by its beginning.",
    }.get(
        compared,
        " Each changed place is quoted below as it read before and as it reads now, a long one by its beginning.",
    )
    if reworded:
        below += " Places that were only reworded are counted, not quoted."
    kinds = [kind for kind, held in (("new", new), ("taken out", gone), ("merged into others", merged)) if held]
    if kinds:
        which = " or ".join(kinds)
        below += f" Of sections that are {which} only sentences that bind by their wording are quoted."
    return f"{counted[:1].upper()}{counted[1:]}.{below}"


def _class(changes: Iterable[SentenceChange], heading: str, asked: ReleaseInputs | None = None) -> Iterator[PaperBlock]:
    """Changes before and now; with `asked` each with how much less it binds, and the remarks that were made on it."""
    section = None
    for change in changes:
        if section is None:
            yield PaperHeading(heading)
        if change.section != section:
            section = change.section
            yield PaperHeading(section, 3)
        before, after = (clipped(" ".join(side), _LONGEST) for side in (change.before, change.after))
        yield Compared(change.where, before, after, change.was, change.why)
        if asked is not None and (
            told := "; ".join(filter(None, (duty_change(change), remarks_on(asked, change), unasked(asked, change))))
        ):
            yield paragraph(f"{told[:1].upper()}{told[1:]}.")


def _who_took_part(inputs: ReleaseInputs) -> tuple[str, ...]:
    threads = inputs.threads()
    if not threads:
        return ("Nobody made a remark on the way to it.",)
    name = inputs.draft.effective_settings.organisation_name
    people = [f"{', '.join(names)} ({name(who)})" for who, names in inputs.contributors().items()]
    return (f"{release_counted(inputs)} They are by {'; '.join(people)}.",)


def _standing(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    """Where those who were asked stand, what was taken up, and what the checks found beside what bars a release."""
    yield from positions(inputs)
    yield from _taken_up(inputs)
    yield from advising_findings(inputs.readiness.advised, inputs.draft.policy, 3)


def _taken_up(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    """What each accepted remark led to, by its number, so that a reader finds it whatever the change is told under."""
    numbers, name = inputs.numbers(), inputs.draft.effective_settings.organisation_name
    taken = [each for each in inputs.threads() if each.state in TAKEN_UP]
    if taken:
        yield PaperHeading("What was taken up", 3)
        rows = []
        for thread in sorted(taken, key=lambda each: numbers[each.id]):
            now = resulting(inputs, thread)
            told = quote(clipped(now, _LONGEST_EXAMPLE)) if now else without_text(inputs, thread)
            about = f"number {numbers[thread.id]}, {name(thread.root.organisation)}, on {where(inputs, thread)}: "
            rows.append(words(about, told))
        yield Items(tuple(rows))


def _for_whom(rules: Iterable[str], heading: str) -> Iterator[PaperBlock]:
    """Whom rules bind, with an example or two each."""
    rules = list(rules)
    holders = rules_by_holder(rules)
    if not rules:
        return
    yield PaperHeading(heading, 3)
    if not holders:
        shown = [part for rule in rules[:_MOST_RULES] for part in (" ", quote(clipped(rule, _LONGEST_EXAMPLE)))]
        yield paragraph("Whom these rules bind cannot be told from their wording alone, such as", *shown)
        return
    items = []
    for name, own in holders[:_MOST_HOLDERS]:
        shown = [part for rule in own[:_MOST_RULES] for part in (quote(clipped(rule, _LONGEST_EXAMPLE)), " ")]
        items.append(words(f"{name[:1].upper()}{name[1:]}: {_counted(len(own), 'rule')}, such as ", *shown[:-1]))
    yield Items(tuple(items))
    if len(holders) > _MOST_HOLDERS:
        others = ", ".join(name for name, _ in holders[_MOST_HOLDERS : 3 * _MOST_HOLDERS])
        yield paragraph(f"Others whom such rules bind: {others}.")


def _purpose(policy: Policy) -> str:
    """The first sentences of the policy that say something: whole ones, no title line and no list."""
    held = (each for section in policy.sections for each in _sentences(policy, section))
    whole = (each.plain for each in held if not (each.row or each.item or each.quoted) and _is_whole(each))
    return clipped(" ".join(islice(whole, _PURPOSE_SENTENCES)), _LONGEST_EXAMPLE * 3)


def _is_whole(sentence: Sentence) -> bool:
    return sentence.words >= _FEWEST_WORDS and sentence.plain.rstrip("”\"')").endswith((".", "!", "?"))


def _sections(inputs: ReleaseInputs, base: Policy) -> tuple[list[Section], list[Section]]:
    """The sections that are new as a whole, and those that are gone, in the order of their policies."""
    files = inputs.diff.files if inputs.diff is not None else ()
    new = {file.new_path for file in files if file.new_path and not file.old_path}
    gone = {file.old_path for file in files if file.old_path and not file.new_path}
    now = inputs.draft.policy.sections
    return [each for each in now if each.path in new], [each for each in base.sections if each.path in gone]


def _about(policy: Policy, section: Section) -> Iterator[str]:
    opening = _opening(policy, section)
    rules = len(list(_rules_in(policy, section)))
    yield section.title
    if opening:
        yield f": {clipped(opening, _LONGEST_EXAMPLE)}"
    if rules:
        yield f" ({_counted(rules, 'rule')})"


def _opening(policy: Policy, section: Section) -> str:
    """The first whole sentence of a section that is no row, no item and no quotation, else how it begins."""
    held = [each for each in _sentences(policy, section) if not (each.row or each.item or each.quoted)]
    return next((each.plain for each in held if _is_whole(each)), held[0].plain if held else "")


def _all_rules(policy: Policy) -> set[str]:
    return {rule for section in policy.sections for rule in _rules_in(policy, section)}


def _rules_in(policy: Policy, section: Section) -> Iterator[str]:
    held = (each for each in _sentences(policy, section) if not each.quoted)
    yield from (each.plain for each in held if is_rule(each.plain))


def _sentences(policy: Policy, section: Section) -> Sequence[Sentence]:
    return prose_of(policy.texts[section.path].text).running_in(section)


def _wording(changes: Iterable[SentenceChange]) -> Iterator[PaperBlock]:
    counts = Counter(change.section for change in changes)
    if counts:
        yield PaperHeading("Wording")
        yield Items(tuple(words(f"{title}: {_counted(count, 'place')} reworded") for title, count in counts.items()))


def _classed_by_authors(inputs: ReleaseInputs) -> Iterator[PaperBlock]:
    """Where an author settled what sort of change it is, with the reason."""
    events = [e for e in inputs.draft.review.submitted(Classified) if inputs.since is None or e.at > inputs.since]
    if not events:
        return
    yield PaperHeading("Classed by the authors")
    yield PaperParagraph(words("Of these changes an author said of what sort they are, for the reason given:"))
    rows = []
    for event in events:
        title = inputs.draft.policy.title_at(event.path)
        rows.append(words(f"{title}: {event.change_class}, ", quote(event.body)))
    yield Items(tuple(rows))


def _counted(count: int, what: str) -> str:
    return f"{count or 'no'} {plural(count, what)}"
