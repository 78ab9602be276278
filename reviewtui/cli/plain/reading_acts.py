"""Moving through the policy: on, back, to a section, to an open remark, to words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from reviewtui.cli.plain.plain_session import PlainSession
from reviewtui.domain.counted_nouns import counted
from reviewtui.domain.policy.passage import find_section
from reviewtui.domain.policy.policy import Policy
from reviewtui.domain.refusal import Refused
from reviewtui.views.overview.news import News, new_places
from reviewtui.views.overview.outline import outline_rows
from reviewtui.views.overview.search_hits import NOWHERE, search_hits
from reviewtui.views.spoken.paragraphs import links_of, sentences_of
from reviewtui.views.spoken.spoken_remark import remark_with_place
from reviewtui.views.threads.remark_marks import stops
from reviewtui.views.threads.thread_filter import ThreadFilter

_MOST = 12


def read_on(session: PlainSession, words: str) -> None:
    """Read the next paragraph, or what `words` names: the next open remark, remark or section."""
    what = words.casefold()
    if what in {"open", "remark"}:
        next_remark(session, "" if what == "open" else "all")
    elif what == "section":
        go_to_section(session, str(session.place.number + 2))
    elif what:
        raise Refused(f"'{words}' is nothing to go on to: next, next open, next remark, next section.")
    elif (place := session.place.following()) is not None:
        session.go(place)
    else:
        session.say("This is the end of the policy.")


def read_before(session: PlainSession, _words: str) -> None:
    """Read the paragraph before."""
    place = session.place.preceding()
    if place is None:
        session.say("This is the beginning of the policy.")
    else:
        session.go(place)


def read_all(session: PlainSession, _words: str) -> None:
    """Read on to the end of the section in one go, without the remarks."""
    place = session.place
    session.say(place.sentence, *(each.sentence for each in place.paragraphs[place.at :]))
    session.place = place.paragraph_at(len(place.paragraphs))


def list_sections(session: PlainSession, _words: str) -> None:
    """Say the sections, each with what waits in it."""
    rows = outline_rows(session.draft, News())
    session.terminal.say_list(
        f"{row.number + 1}: {row.title}"
        + (f", {counted(row.remarks, 'remark')}, {row.open} open" if row.remarks else "")
        + (", blocking" if row.blocking else "")
        + (", read" if row.read else "")
        for row in rows
    )


def go_to_section(session: PlainSession, words: str) -> None:
    """Go to a section: its number, its title or a part of it, or its file."""
    sections = session.draft.policy.sections
    if not words:
        raise Refused("Say which section: its number, its title or a part of it; sections lists them.")
    if words.isdecimal():
        number = int(words) - 1
        if not 0 <= number < len(sections):
            raise Refused(f"There is no section {words}; there are {len(sections)}.")
    else:
        number = _section_named(session.draft.policy, words)
    session.go(session.place.section_at(number), jump=True)


def go_to_paragraph(session: PlainSession, words: str) -> None:
    """Go to a paragraph of this section, by its number."""
    count = len(session.place.paragraphs)
    if not words.isdecimal() or not 1 <= int(words) <= count:
        raise Refused(f"Say which paragraph by its number; this section has {counted(count, 'paragraph')}.")
    session.go(session.place.paragraph_at(int(words) - 1), jump=True)


def next_remark(session: PlainSession, words: str) -> None:
    """Go to the next remark that waits for a decision, behind this paragraph; `all` counts decided ones too."""
    wanted = ThreadFilter(open_only=words != "all")
    place = session.place
    behind = [
        stop for stop in stops(session.draft, wanted) if _place_of(session, stop.thread) > (place.number, place.at)
    ]
    if not behind:
        kind = "open remark" if wanted.open_only else "remark"
        session.say(f"There is no {kind} behind this place. open lists all that wait; go 1 begins anew.")
        return
    target = place.of_thread(behind[0].thread)
    thread = session.draft.review.threads[behind[0].thread]
    if target is not None:
        session.go(target, jump=True)
        if len(session.place.remarks) > 1:
            session.say(f"The next one is {session.draft.review.name_of(thread.id)}.")
        session.point_at((thread,))


def next_new(session: PlainSession, _words: str) -> None:
    """Go to the next place that is new since one's organisation signed off."""
    news = session.workspace.versions.news_since_signoff(session.draft)
    if news is None:
        raise Refused("Your organisation has not signed off yet, so nothing can be new since.")
    places = [session.place.offset_at(place.section, place.offset) for place in new_places(session.draft, news)]
    here = (session.place.number, session.place.at)
    ahead = [place for place in places if (place.number, place.at) > here]
    if not ahead:
        session.say(f"There is nothing new behind this place; {len(places)} in all. go 1 begins anew.")
    else:
        session.go(ahead[0], jump=True)


def _place_of(session: PlainSession, thread: str) -> tuple[int, int]:
    place = session.place.of_thread(thread)
    return (place.number, place.at) if place is not None else (-1, -1)


def search(session: PlainSession, words: str) -> None:
    """Find words in the text and in remarks; without words, go to the next place of those before."""
    if words:
        found = search_hits(session.draft, words)
        session.say(f"{words}: {found.counts()}.")
        meant_first = sorted(enumerate(found.hits), key=lambda each: each[0] != found.named)
        places = (_hit_place(session, hit.section, hit.start, hit.thread) for _, hit in meant_first)
        session.hits = tuple(dict.fromkeys(place for place in places if place is not None))
        lost = [hit.thread for hit in found.hits if hit.section == NOWHERE]
        for thread in lost:
            session.say(*remark_with_place(session.draft, session.draft.review.threads[thread]))
    if not session.hits:
        session.say("There is no further place.")
        return
    number, at = session.hits[0]
    session.hits = session.hits[1:]
    session.go(session.place.section_at(number).paragraph_at(at), jump=True)
    session.say(
        f"{counted(len(session.hits), 'further paragraph')}; search goes on." if session.hits else "It is the last."
    )


def _hit_place(session: PlainSession, section: int, start: int, thread: str) -> tuple[int, int] | None:
    if section == NOWHERE:
        return None
    place = session.place.of_thread(thread) if thread else session.place.offset_at(section, start)
    return (place.number, place.at) if place is not None else None


def list_sentences(session: PlainSession, _words: str) -> None:
    """Say the sentences of this paragraph with their numbers, to remark on one."""
    paragraph = session.place.paragraph
    if paragraph is None:
        raise Refused("There are no words here.")
    sentences = sentences_of(session.draft, session.place.section, paragraph)
    session.terminal.say_list(f"{number}: {heard}" for number, (_, heard) in enumerate(sentences, 1))


def list_links(session: PlainSession, _words: str) -> None:
    """Say where the links of this paragraph lead."""
    paragraph, place = session.place.paragraph, session.place
    links = links_of(session.draft, place.section, paragraph) if paragraph is not None else ()
    source = session.draft.policy.texts[place.section.path].text
    if not links:
        session.say("No links here.")
    session.terminal.say_list(f"{source[link.start : link.end]} leads to {link.target}" for link in links)


def read_version(session: PlainSession, words: str) -> None:
    """Read an older version, by its name; `draft` goes back to the draft."""
    if not words:
        raise Refused("Say which version: its name as versions lists it, or draft.")
    session.load("" if words.casefold() == "draft" else words)
    session.read()


def _section_named(policy: Policy, words: str) -> int:
    """Return the number, from 0, of the only section with that title, that file, or that part of a title."""
    wanted = _heard(words)
    titles = [_heard(section.title) for section in policy.sections]
    by_title = [number for number, title in enumerate(titles) if wanted and title == wanted]
    by_part = [number for number, title in enumerate(titles) if wanted and f" {wanted}" in f" {title}"]
    for numbers in (by_title, [] if by_title else list(_by_file(policy, words)), by_part):
        if len(numbers) == 1:
            return numbers[0]
        if numbers:
            listed = _listed(policy, numbers)
            raise Refused(f"'{words}' can be {len(numbers)} sections: {listed}. Type go and the number of one.")
    listed = _listed(policy, range(len(policy.sections)))
    raise Refused(f"There is no section '{words}'. The sections are {listed}.")


def _by_file(policy: Policy, words: str) -> Iterator[int]:
    try:
        yield policy.sections.index(find_section(policy, words))
    except Refused:
        return


def _listed(policy: Policy, numbers: Sequence[int]) -> str:
    named = ", ".join(f"{number + 1}: {policy.sections[number].title}" for number in numbers[:_MOST])
    return f"{named} and {len(numbers) - _MOST} more; sections lists them" if len(numbers) > _MOST else named


def _heard(words: str) -> str:
    """Return words without the signs that nobody speaks, and without their case."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", words).casefold()))
