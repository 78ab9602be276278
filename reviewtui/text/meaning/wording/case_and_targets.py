"""Words of one form that are yet two words: "may" and "May", a question that was none, a link that leads elsewhere."""

import re
from collections.abc import Iterator, Sequence

from reviewtui.text.markdown.said_passage import CODE
from reviewtui.text.meaning.class_values import WordChange
from reviewtui.text.meaning.wording.visible_words import Word
from reviewtui.text.meaning.wording.vocabulary.punctuation_words import SPANS
from reviewtui.text.meaning.wording.vocabulary.unbinding_words import ENGLISH
from reviewtui.text.meaning.wording.word_keys import WordKey

_CASE_MATTERS = frozenset(
    """may march august aids polish reading turkey china lent grant mark rose frank grace
    act bill crown speaker lords commons green independent labour conservative liberal democrat reform unionist
    signal teams threads slack zoom word drive outlook excel
    chrome discord medium telegram messenger meta twitch viber x""".split()
)
"""Words that with a capital letter are another word: months and places, acts, parties, programs and services."""
_CAPITALS_MATTER = frozenset({"us", "it", "who", "aids"})
"""Words that are another word in capitals."""
_TITLED = _CASE_MATTERS - {"may", "march", "august", "aids", "polish", "reading"}
"""Of these a capital letter may also be a habit of headings: a doubt and no alarm."""
_SHORT_NAME = 4
"""Letters of the longest word that in capitals may be short for a name: "the AID team", "PA"."""
_WRITTEN_SMALL = frozenset("pdf html url csv id faq ok tv dvd cd sms rss usb wifi hr www xml json".split())
"""Short names that are the same in any letter case."""
_ANY_CASE = frozenset("kg km cm ml am pm hr hrs min mins st nd rd th mph".split())
"""Measures that are the same in any letter case; of others each letter counts: mg and Mg, Gb and GB."""
_MEASURE = re.compile(r"\d[\d,.:/]*\s?([^\W\d]{1,3})\Z")
_NOUN_ENDINGS = ("tion", "sion", "ness", "ity", "ship", "ism", "hood", "acy", "ology")
"""Endings of nouns that are no verbs."""
_VERBS_BEHIND = frozenset("is are was were must may shall should will can has have had".split())
"""Verbs that cannot stand behind another verb: what stands before them is a noun."""
ELSEWHERE = "a link that leads elsewhere"
"""Why the address of a link counts."""
_RELATIVE = frozenset({"who", "whose", "which", "where"})
"""Words that begin a clause: with a comma before it it tells, without one it narrows."""
_WHOEVER = frozenset({"anyone", "everyone", "someone", "anybody", "everybody", "somebody", "nobody"})
"""Words of which there are no several: with an s behind they say whose something is."""
_ASKING = frozenset({"who", "what", "when", "where", "why", "how", "which"})
"""A line that one of these begins asks, with a question mark or without."""


def code_changes(old: str, new: str) -> Iterator[WordChange]:
    """Yield the names in code that are spelled otherwise, of passages as they are said: a file is found by its name."""
    names = [CODE.findall(side) for side in (old, new)]
    if len(names[0]) != len(names[1]):
        return
    for was, now in zip(*names, strict=True):
        if was != now and was.casefold() != now.casefold() and " " not in was + now:
            yield WordChange(was, now, "another name in code", alarm=False)


def is_same_page(old: str, new: str) -> bool:
    """Say whether two ends of addresses are of one page that may stand elsewhere now: it and the place have one name.

    A place on this page may be given with the page's name or without; two pages of two sites are two.
    """
    (site, _, old), (other, _, new) = old.rpartition("|"), new.rpartition("|")
    (page, _, place), (there, _, spot) = old.partition("#"), new.partition("#")
    if site != other:
        return False
    page, place, there, spot = (_slug(name) for name in (page, place, there, spot))
    if page == there != "" and not (place and spot):
        # A place of the page, or the page itself.
        return True
    if (page and not place and page == spot) or (there and not spot and there == place):
        # A page that is a part of another one now, under its name.
        return True
    return place == spot and (page == there or (place != "" and not (page and there)))


def readable_address(leads: str) -> str:
    """Return the end of an address as a person reads one: "a.example/guide#when" for "a.example|guide#when"."""
    site, _, page = leads.rpartition("|")
    return "/".join(filter(None, (site, page.removesuffix("#"))))


def _slug(name: str) -> str:
    """Return the letters and figures of the name of a page or a place, without an s that makes several."""
    return "".join(re.sub(r"s\Z", "", part) for part in re.split(r"[\W_]+", name))


def _is_another_word(here: Word, there: Word) -> bool:
    """Say whether letter case makes another word of one: "may" and "May", "it" and "IT"."""
    word = here.text.casefold()
    if word in _CAPITALS_MATTER and here.text.isupper() != there.text.isupper():
        return True
    capitals, small = sorted((here.text, there.text))
    # No habit writes a word small that begins a sentence, or all of it in capitals.
    is_habit = (here.first or there.first) and not (capitals.isupper() and small.islower())
    if is_habit or here.text[:1].isupper() == there.text[:1].isupper():
        return False
    short = capitals.isupper() and 1 < len(word) <= _SHORT_NAME and here.kind == "word"
    return word in _CASE_MATTERS or (short and word not in _WRITTEN_SMALL | _ANY_CASE | ENGLISH)


def _is_another_measure(here: str, there: str) -> bool:
    """Say whether letter case makes another measure of the one that ends a passage: "5 mg" and "5 Mg"."""
    if here == there or here.casefold() != there.casefold():
        return False
    match = _MEASURE.search(here)
    return match is not None and match[1].casefold() not in _ANY_CASE and not there.endswith(match[1])


def _is_of_others(here: Word, there: Word) -> bool:
    """Say whether one of two words of the same letters says whose something is, and the other says it not."""
    both = {here.text.casefold(), there.text.casefold()}
    owned = [word for word in both if word.endswith("'s")]
    if owned and (owned[0].replace("'", "") in SPANS or owned[0].removesuffix("'s") in _WHOEVER):
        return False
    return len(both) == 2 and bool(owned) and owned[0].replace("'", "") in both and not here.text[:-1].isupper()


def _makes_good(follow: Sequence[tuple[Word, Word]]) -> bool:
    """Say whether an apostrophe was only forgotten: what follows is a thing that somebody has, and no verb.

    It is one if a verb stands behind it, or by its ending; and then "the boards decision" is the board's.
    """
    nexts = [pair[0].text.casefold() for pair in follow]
    if not nexts:
        return False
    return nexts[0].endswith(_NOUN_ENDINGS) or not _VERBS_BEHIND.isdisjoint(nexts[1:])


def other_words(olds: Sequence[WordKey], news: Sequence[WordKey]) -> list[WordChange]:
    """Return where words of one form are yet two words: "may" and "May", or a question that was none."""
    changes: list[WordChange] = []
    both = zip(olds, news, strict=True)
    pairs = [(old.words[0], new.words[0]) for old, new in both if len(old.words) == len(new.words) == 1]
    last, opening = ("", ""), ""
    for at, (here, there) in enumerate(pairs):
        word = here.text.casefold()
        opening = word if here.first else opening
        if here == there and last[0] == last[1]:
            last = (here.text, there.text)
            continue
        if _is_another_word(here, there) or _is_another_measure(f"{last[0]} {here.text}", f"{last[1]} {there.text}"):
            changes.append(WordChange(here.text, there.text, "another word", alarm=word not in _TITLED))
        if _is_of_others(here, there) and not _makes_good(pairs[at + 1 : at + 3]):
            changes.append(WordChange(here.text, there.text, "of one, of several, or of nobody", alarm=False))
        if here.comma != there.comma and word in _RELATIVE:
            was, now = f"{last[0]}{',' * here.comma} {here.text}", f"{last[1]}{',' * there.comma} {there.text}"
            changes.append(WordChange(was, now, "a clause that narrows, or only tells", alarm=False))
        if here.leads and there.leads and not is_same_page(here.leads, there.leads):
            was, now = (
                f"{word.text} (link to {readable_address(word.leads)})" if word.leads else word.text
                for word in (here, there)
            )
            changes.append(WordChange(was, now, ELSEWHERE, alarm=False))
        if here.asks != there.asks and opening not in _ASKING:
            was, now = f"{here.text}{'?' * here.asks}", f"{there.text}{'?' * there.asks}"
            changes.append(WordChange(was, now, "a question, or none", alarm=False))
        last = (here.text, there.text)
    return changes
