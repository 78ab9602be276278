"""Runs that differ as grammar wants it: forms of one verb or pronoun, a tense, a word written twice or forgotten."""

from collections.abc import Sequence

from reviewtui.text.meaning.holders import people_in
from reviewtui.text.meaning.tuning import COMMON_WORD
from reviewtui.text.meaning.wording.runs.prepositions import is_other_preposition
from reviewtui.text.meaning.wording.runs.slips import is_slip
from reviewtui.text.meaning.wording.runs.word_run import WordRun
from reviewtui.text.meaning.wording.vocabulary.free_words import AGREEMENT, FREE, agree
from reviewtui.text.meaning.wording.vocabulary.verbs import (
    base_of_ing,
    base_of_third,
    forms_of_verb,
    is_participle,
    verb_of,
)
from reviewtui.text.words.dictionary import how_often

_SUBJECT_PRONOUNS = frozenset({"it", "they", "he", "she", "we"})
"""Words that want a verb behind them."""

_DOERS = frozenset({"you", "they", "we", "he", "she", "it"})
_TIMES = frozenset({"before", "after", "when", "while", "until", "once"})
_RELATIVE = frozenset({"who", "which", "that", "whose"})
_FINITE = frozenset("is are was were has have had can could may might will would do does did not".split())  # noqa: SIM905
"""Words by which a clause shows that it has a subject and a verb of its own."""
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_CLAUSE_REACH = 6
"""Words before or behind a verb in which another clause is looked for."""
_NO_ORDER = frozenset(
    """the a an this that these those its our your their his her it they we he she i you to all""".split()  # noqa: SIM905
)
"""Words with which no order begins."""
_HELPING = frozenset({verb_of("help"), verb_of("assist")})
_POINTING = frozenset({"the", "this", "that", "these", "those", "its"})
"""Words that say that a thing is the one that is spoken of."""
_PEOPLE = frozenset(
    """clients customers tenants visitors children parents people persons users claimants bodies firms teams members
    staff those others ones one applicants pupils patients carers hirers""".split()  # noqa: SIM905
)
"""People of whom some may be meant, or all."""
_ANOTHER_ADVERB = frozenset(
    """hard late near short most high sole bare scarce large mere direct present like fair even just dead first last
    part on app rep ear pure full light""".split()  # noqa: SIM905
)
"""Words of which the adverb is another word: "hardly", "lately"."""
_OTHER_AS_ADVERB = _ANOTHER_ADVERB | frozenset(
    """final initial exclusive total complete entire whole main primary clear ready usual normal general common previous
    recent former original equal joint separate individual temporary permanent conditional annual additional partial
    approximate exact prompt immediate particular year month week day hour fortnight quarter necessary possible legal
    public private independent simple""".split()  # noqa: SIM905
)
"""Words of which the adverb may say something else beside another word: "a legal guardian", "legally"."""


def follows_grammar(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs differ only as the words around them want it, or one of them is a slip."""
    if _is_agreement(here, there) or _is_tense(here.forms, there.forms) or is_slip(here, there):
        return True
    if _begin_alike(here, there) or _point_alike(here, there) or is_other_preposition(here, there):
        return True
    rules = (_is_repeated, _is_forgotten, _is_gerund, _is_one, _is_future, _is_adverb, _is_helped, _is_you)
    return any(rule(*pair) for rule in rules for pair in ((here, there), (there, here)))


def is_any_for_one(here: WordRun, there: WordRun) -> bool:
    """Say whether one side names one that is known and the other any of them: "the officer" and "an officer"."""
    articles = [{key.form for key in run.keys[run.first : run.stop]} & {"the", "a", "an"} for run in (here, there)]
    return all(articles) and ("the" in articles[0]) != ("the" in articles[1])


def _is_agreement(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs are forms of one verb or pronoun that follow from the words around."""
    old, new = here.forms, there.forms
    if len(old) == len(new) == 1 and agree(old[0], new[0]):
        return True
    if _is_of_anybody(old, new) or _is_of_anybody(new, old):
        return True
    if {*old, *new} == {"amount", "number"} and len(old) == len(new) == 1:
        return here.stop < len(here.keys) and here.keys[here.stop].form == "of"
    whole = [" ".join(key.form for key in run.keys[run.first : run.stop]) for run in (here, there)]
    return " ".join(new) in AGREEMENT.get(" ".join(old), ()) or whole[1] in AGREEMENT.get(whole[0], ())


def _is_of_anybody(one: Sequence[str], several: Sequence[str]) -> bool:
    """Say whether "he thinks" stands for "they think", who may be one."""
    if len(one) != 2 or len(several) != 2 or one[0] not in {"he", "she"} or several[0] != "they":
        return False
    return one[1] != several[1] and verb_of(one[1]) == verb_of(several[1]) and one[1].endswith("s")


def _is_tense(old: Sequence[str], new: Sequence[str]) -> bool:
    """Say whether a rule stands in the future on one side only: "will keep" and "keeps" bind alike."""
    short, long = sorted((old, new), key=len)
    return len(short) == 1 and len(long) == 2 and long[0] == "will" and short[0] in {long[1], f"{long[1]}s"}


def _begin_alike(here: WordRun, there: WordRun) -> bool:
    """Say whether a line begins with a verb in two forms: "Keep records", "Keeping records", "Keeps records"."""
    if not (len(here.forms) == len(there.forms) == 1 and here.begins and there.begins):
        return False
    if not _has_no_clause(here) or not _has_no_clause(there):
        return False
    one, other = here.forms[0], there.forms[0]
    bases = (base_of_third(one), base_of_ing(one), one)
    forms = (forms_of_verb(base) for base in bases if base and how_often(base) >= COMMON_WORD)
    return any({one, other} <= {verb.base, verb.third, verb.ing} and how_often(verb.ing) for verb in forms)


def _has_no_clause(run: WordRun) -> bool:
    """Say whether no verb with a subject stands shortly behind a run: what begins there is what is done."""
    behind = [key.form for key in run.keys[run.stop : run.stop + _CLAUSE_REACH]]
    return bool(behind) and not any(form in _FINITE or form.startswith("duty:") for form in behind)


def _point_alike(here: WordRun, there: WordRun) -> bool:
    """Say whether two runs point at the same thing: "one of the parts", "one of its parts", "this form"."""
    if not all(len(side) == 1 and side[0] in _POINTING for side in (here.low_words, there.low_words)):
        return False
    behind = [word.text for key in here.keys[here.stop : here.stop + 3] for word in key.words]
    again = there.keys[there.stop : there.stop + 1]
    same = bool(behind) and bool(again) and again[0].form == here.keys[here.stop].form
    if not same or not behind[0].isalpha() or _RELATIVE.intersection(behind[1:]):
        return False
    return not people_in(" ".join(behind)) and _PEOPLE.isdisjoint(word.casefold() for word in behind)


def _is_future(run: WordRun, other: WordRun) -> bool:
    """Say whether a rule stands in the future on one side: "members will keep" and "members keep" bind alike."""
    if run.forms != ["will"] or other.forms or run.begins or run.stop >= len(run.keys):
        return False
    before = {key.form for key in run.keys[max(0, run.first - _CLAUSE_REACH) : run.first]}
    behind = run.keys[run.stop].form
    return before.isdisjoint(_RELATIVE) and behind not in {"be", "not", "only", "never"} and how_often(behind) > 0


def _is_you(run: WordRun, other: WordRun) -> bool:
    """Say whether a sentence begins "If you are unsure" on one side and "If unsure" on the other."""
    if run.forms != ["you", "are"] or other.forms or run.first == 0 or run.stop >= len(run.keys):
        return False
    opens, behind = run.keys[run.first - 1], run.keys[run.stop].form
    if not (opens.form in _TIMES or opens.form == "condition: if") or not opens.words or not opens.words[0].first:
        return False
    main = next((key.words[0] for key in run.keys[run.stop :] if key.words and key.words[0].comma), None)
    if main is None or main.first or main.text[0].isupper() or main.low in _NO_ORDER or people_in(main.text):
        # Somebody else may be unsure than whoever is told what to do.
        return False
    return not behind.startswith("duty:") and behind not in _FINITE | _NO_ORDER


def _is_helped(run: WordRun, other: WordRun) -> bool:
    """Say whether "helps staff to decide" stands for "helps staff decide"."""
    if run.forms != ["to"] or other.forms or run.stop >= len(run.keys) or not how_often(run.keys[run.stop].form):
        return False
    before = [key.form for key in run.keys[max(0, run.first - _CLAUSE_REACH) : run.first]]
    helps = [at for at, form in enumerate(before) if verb_of(form) in _HELPING]
    return bool(helps) and _FINITE.isdisjoint(before[helps[-1] :]) and "and" not in before[helps[-1] :]


def _is_adverb(run: WordRun, other: WordRun) -> bool:
    """Say whether an adverb stands for its adjective: "write clear", "write clearly"."""
    if len(run.low_words) != 1 or len(other.low_words) != 1 or not run.low_words[0].endswith("ly"):
        return False
    adverb, word = run.low_words[0], other.low_words[0]
    made = {f"{word}ly", f"{word}ally"} | ({f"{word[:-1]}ily", f"{word[:-1]}y"} if word[-1:] in {"y", "e"} else set())
    if adverb not in made or word in _ANOTHER_ADVERB or how_often(word) < COMMON_WORD:
        return False
    behind = run.keys[run.stop].form if run.stop < len(run.keys) else ""
    if is_participle(behind):
        # "Light used goods" are light, "lightly used" ones are not; "is current owned" is no English.
        return run.first > 0 and run.keys[run.first - 1].form in _BE
    return word not in _OTHER_AS_ADVERB


def _is_repeated(run: WordRun, other: WordRun) -> bool:
    """Say whether a run only repeats the words before or behind it."""
    forms, length = run.forms, run.stop - run.first
    beside = (run.keys[max(0, run.first - length) : run.first], run.keys[run.stop : run.stop + length])
    return not other.forms and bool(forms) and any([key.form for key in keys] == forms for keys in beside)


def _is_forgotten(run: WordRun, other: WordRun) -> bool:
    """Say whether a run is the verb that was forgotten behind a pronoun: "it reasonable" is "it is reasonable"."""
    if other.forms or run.forms not in (["is"], ["are"], ["am"]) or run.first == 0 or run.stop >= len(run.keys):
        return False
    if _ends_clause_of_time(run):
        return True
    behind = run.keys[run.stop].form
    return run.keys[run.first - 1].form in _SUBJECT_PRONOUNS and behind not in FREE and not behind.startswith("duty:")


def _ends_clause_of_time(run: WordRun) -> bool:
    """Say whether a clause has no other verb: "before the issue addressed" is "before the issue is addressed"."""
    ends = run.stop + 1 >= len(run.keys) or any(word.first for word in run.keys[run.stop + 1].words)
    if not ends or not is_participle(run.keys[run.stop].form):
        return False
    before = [key.form for key in run.keys[max(0, run.first - _CLAUSE_REACH) : run.first]]
    at = next(
        (at for at in reversed(range(len(before))) if before[at].removeprefix("condition: ") in _TIMES | {"if"}), -1
    )
    return at >= 0 and not any(form in _FINITE or form.startswith("duty:") for form in before[at:])


def _is_gerund(run: WordRun, other: WordRun) -> bool:
    """Say whether "before starting" stands for "before you start"."""
    forms = other.forms
    if len(run.forms) != 1 or not run.forms[0].endswith("ing") or run.first == 0 or len(forms) not in {2, 3}:
        return False
    before = run.keys[run.first - 1].form
    if before not in _TIMES and not before.startswith("condition:"):
        return False
    perfect = len(forms) == 2 or forms[1] in {"have", "has"}
    return forms[0] in _DOERS and perfect and verb_of(forms[-1]) == verb_of(run.forms[0])


def _is_one(run: WordRun, other: WordRun) -> bool:
    """Say whether "the one" stands for a thing that the sentence has named: "the bid with the lowest price"."""
    if [word.text.casefold() for word in run.words] != ["one"] or len(other.forms) != 1 or other.first == 0:
        return False
    named = [key.form for key in other.keys[: other.first]]
    return named[-1] == "the" and not {other.forms[0], f"{other.forms[0]}s"}.isdisjoint(named)
