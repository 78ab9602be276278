"""Which language a passage is in, as far as its words show it: English, Welsh, or one that no alarm knows.

Two things follow from it: whose words of duty are listened for, and whether the list of what is editorial, which is an
English one, may be used. It shows by small words, of which one that is common in two of the languages is in no list.
Where nothing shows the language, it is the one that the settings name.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from reviewtui.text.meaning.language.default_language import BRITISH_ENGLISH
from reviewtui.text.meaning.tuning import ENGLISH_SHARE, TELLING_WORD, WEAK_WORDS
from reviewtui.text.words.dictionary import is_word
from reviewtui.text.words.memo import Memo

Alarm = Literal["en", "cy"]
ALARMS: dict[Alarm, str] = {"en": "British English", "cy": "Welsh"}
"""The languages of which an alarm knows the words of duty."""
_WORD = re.compile(r"[^\W\d_]+")
_LINK = r"https?://[^\s)>]+|www\.[^\s)>]+|mailto:[^\s)>]+|\]\([^()\s]*\)|<[^<>]{1,200}>"
_LINKS = re.compile(_LINK)
_PREFIXED = re.compile(r"\bnon-(?=[a-z])")
"""An English beginning of words, which alone is a word of other languages."""
_ADDRESSES = re.compile(rf"{_LINK}|[\w.+-]{{1,64}}@[\w.-]{{1,99}}")
"""What is in no language."""
_IN_ADDRESSES = (":", "www.", "](", "<", "@")
"""One of these stands in each of them."""
_LATIN_SMALL = re.compile(r"[a-z]+")
_ENGLISH_ACCENTS = frozenset("éèêçïñ")
"""Letters of words that English took in: café, naïve, façade."""


_WELSH_SHAPE = re.compile(
    r"(?:dd|ll|ngh|mh|nh|rh[aeiouwy])\w+|\w+(?:wyr|wyd|wch|wyo|iaeth|aeth|ydd|edd|iad|wr)|\w*[bcdfghlmnprst]w[bcdfglmnrst]\w*"
)


class PassageLanguage(NamedTuple):
    """The language that a passage is in, empty when it is none of ours, and whose alarms listen."""

    main: Alarm | Literal[""]
    heard: tuple[Alarm, ...]


class _Shown(NamedTuple):
    """How many different words show each language."""

    english: int
    welsh: int
    foreign: int
    weak: int


_COUNTER = 24
"""Bits of each of the counters that are added at once."""


def _shows(word: str) -> int:
    """Return what a word shows, one counter behind the other in a number: numbers of words are added all at once."""
    welsh = word in WELSH or word in WEAK_WELSH
    accented = not word.isascii() and word not in WELSH and not _took_in(word)
    shows = (
        word in ENGLISH,
        word in WEAK_ENGLISH,
        word in FOREIGN or accented,
        word in WELSH,
        word in WEAK_WELSH,
        not welsh and _has_welsh_shape(word),
    )
    return sum(shown << (_COUNTER * at) for at, shown in enumerate(shows))


_SHOWN_BY: Memo[str, int] = Memo(_shows)


def _counts(words: Iterable[str]) -> list[int]:
    """Return how many words are English, weakly so, foreign, Welsh, weakly so, and only look Welsh."""
    total = sum(map(_SHOWN_BY.__getitem__, words))
    return [total >> (_COUNTER * at) & ((1 << _COUNTER) - 1) for at in range(6)]


def alarm_of(language: str) -> Alarm | Literal[""]:
    """Return the alarm for a language as the settings name it ("en-GB", "cy"); empty where there is none."""
    primary = language.replace("_", "-").partition("-")[0].casefold()
    return "en" if primary == "en" else "cy" if primary == "cy" else ""


@lru_cache(maxsize=8192)
def passage_language(old: str, new: str, language: str = BRITISH_ENGLISH) -> PassageLanguage:
    """Return the language of a passage in its two forms; `language` is that of the policy."""
    usual = alarm_of(language)
    sides = [_shown(side) for side in (old, new)]
    mains = {main for side in sides if (main := _main(side, usual)) is not None}
    heard = {alarm for side in sides for alarm in _heard(side)}
    if not mains:
        main = usual if usual != "en" or _is_english(_words_of(old), _words_of(new)) else ""
        return PassageLanguage(main, (usual,) if usual else ())
    main = mains.pop() if len(mains) == 1 else ""
    return PassageLanguage(main, tuple(sorted(heard | ({main} if main else set()))))


def _main(shown: _Shown, usual: Alarm | Literal[""]) -> Alarm | Literal[""] | None:
    """Return the language that most words show, None where no word shows any."""
    most = max(shown.english, shown.welsh, shown.foreign)
    if most == 0:
        return "en" if shown.weak and usual == "en" else None
    if shown.english == most:
        return "en"
    return "cy" if shown.welsh == most else ""


def _heard(shown: _Shown) -> tuple[Alarm, ...]:
    return (*(("en",) if shown.english else ()), *(("cy",) if shown.welsh else ()))


@lru_cache(maxsize=8192)
def _shown(text: str) -> _Shown:
    words = _words_of(text)
    english, weak_english, foreign, welsh, weak, shaped = _counts(words)
    if welsh or english < len(words) - welsh - weak - english:
        # Their shape tells where English words do not outnumber all others.
        weak += shaped
    return _Shown(english, welsh + weak if welsh or weak >= WEAK_WORDS else 0, foreign, weak_english)


def _has_welsh_shape(word: str) -> bool:
    """Say whether a word that no English dictionary knows is spelled as Welsh ones are: "gymeradwyo", "llofnod"."""
    return _WELSH_SHAPE.fullmatch(word) is not None and not is_word(word)


def _words_of(text: str) -> frozenset[str]:
    folded = text.casefold()
    if "non-" in folded:
        folded = _PREFIXED.sub("non", folded)
    if any(map(folded.__contains__, _IN_ADDRESSES)):
        folded = (_ADDRESSES if "@" in folded else _LINKS).sub(" ", folded)
    return frozenset(_WORD.findall(folded))


def _took_in(word: str) -> bool:
    return all(letter.isascii() or letter in _ENGLISH_ACCENTS for letter in word)


def _is_english(old: frozenset[str], new: frozenset[str]) -> bool:
    """Say whether most words of a passage without small words stand in an English dictionary.

    Words of one side only may be misspelt; without a word of both sides, one of them stands there.
    """
    stay = [word for word in old & new if len(word) >= TELLING_WORD]
    if stay:
        known = sum(_LATIN_SMALL.fullmatch(word) is not None and is_word(word) for word in stay)
        return known > ENGLISH_SHARE * len(stay)
    return any(is_word(word) for word in old | new if len(word) > TELLING_WORD)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ENGLISH = _words(
    """the and with from that this these those they their them your our which who whose whom must should shall would
    not please when before after any each every only its been than about into without within between because whether
    until unless where while what how you he she if does don it but being your such through during against both
    cannot didn doesn isn aren if"""
)
"""Words that only English has, of the languages that are common in Britain."""
WEAK_ENGLISH = _words(
    """a an of to for by is are at be will or in on no all as has have can was do may we us i so also up out off over
    under other new"""
)
"""English words that other languages have too; they count where nothing speaks for another language."""
WELSH = _words(
    """rhaid dylid dylai ddylai ddylid dylent dylech dylem ddylent ddylech gellir gallwch gallant caiff
    gaiff chaiff chaniateir caniateir cewch ceir nid nad nac neu heb wedi fod sydd yw yn hefyd ein
    eich hwn hyn nhw unrhyw drwy trwy wrth gyda gydag rhwng oni bydd byddant fydd swyddog
    swyddogion cyngor cynghorwyr gynghorwyr aelodau polisi gofyn ofyn gyngor iddynt iddo iddi peidio beidio
    ddim bai onid angen ellir allant eithrio cadwch atebwch anfonwch gofynnwch peidiwch gweler diwrnod diwrnodau blynedd
    flynedd mlynedd blwyddyn flwyddyn wythnos wythnosau misoedd hanner ddydd rheolwr rheolwyr reolwyr pawb bawb sy
    dydy ddwywaith dwywaith teirgwaith deirgwaith gwaherddir telir cheir chewch ceir"""
)
WEAK_WELSH = _words("ni na os pan ar gall bod un dau dan fel dim y yr ei eu ac hon bob mae cyn gan pob")
"""Welsh words that look like English ones; they count beside another Welsh word, or two of them together."""
_GERMAN = _words(
    """der das und nicht ist sind ein eine einen einem einer dem den mit auf von zu zum zur im sich werden wird kann
    muss darf soll sollen nur kein keine keinen oder bei nach vor aus wenn dass ihre ihren er sie wir sollte sollten
    alle haben durch ohne gegen jede jeder mitarbeiter"""
)
_FRENCH = _words(
    """le la les des du une est sont et ou que qui dans avec sur ne pas ce cette ces il elle ils elles doit
    doivent peut peuvent faut aux leur leurs sans sous tout tous toute avant par nous vous sa ses ni mais"""
)
_DUTCH = _words(
    """de het een en niet zijn moet moeten mogen kan kunnen wordt worden voor aan bij naar ook geen zij deze dit
    dat zonder als alleen iedere elke"""
)
_SPANISH = _words(
    """el los las del una por con se deben debe puede pueden su sus es son cada antes todo todos
    como"""
)
_ITALIAN = _words("il gli di che della dei delle devono deve possono sono nel alla ogni prima tutti senza non dal una")
_PORTUGUESE = _words("os das dos da em uma um devem podem pode ao aos pela pelo todos seu sua ou nas")
_POLISH = _words(
    """na nie jest oraz lub musi mogą od przez przed dla ich tylko nale powinni powinien pracownicy musz mog
    wolno przy bez"""
)
_SCANDINAVIAN = _words("och att som inte ska skal og ikke det den til kun af ett et maa bør må får på med")
_OTHER = _words(
    """trebuie poate pentru din cu nu sunt bir bu ile gerekir olarak icin kad turi gali arba waa iyo inay
    waxaa agus ní ach nó bheith"""
)
FOREIGN = (
    (_GERMAN | _FRENCH | _DUTCH | _SPANISH | _ITALIAN | _PORTUGUESE | _POLISH | _SCANDINAVIAN | _OTHER)
    - ENGLISH
    - WELSH
)
"""Words of languages that no alarm knows: German, French, Dutch, Spanish, Italian, Portuguese, Polish and others."""
