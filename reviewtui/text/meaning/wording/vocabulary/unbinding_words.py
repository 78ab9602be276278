"""Words that bind nobody, and forms of one verb or pronoun that follow from the words around them.

Left out on purpose is what can narrow, widen or soften a rule: "promptly", "just", "only", "generally", "any", "all".
"""

_FREE_WORDS = """
a an the that please also therefore however thus hence moreover furthermore additionally so then indeed simply
namely accordingly ultimately
"""
FREE = frozenset(_FREE_WORDS.split())
"""Words that may come or go: articles, "that" before a clause, and words that join sentences."""

_ENGLISH_WORDS = """
the and of to for with that this by from not they their you your our which who must should shall can has have if when at
before after all any each only be is are it its will please don't
"""
ENGLISH = frozenset(_ENGLISH_WORDS.split()) | {f"duty: {value}" for value in ("must", "must not")} | {"condition: if"}
"""Words by which a passage shows that it is English; in any other language no word is known to bind nobody."""

_ALIKE = tuple(
    frozenset(forms.split(" / "))
    for forms in (
        "a / an",
        "is / are / will be",
        "has / have",
        "does / do",
        "was / were / has been / have been",
        "who / whom",
        "who / that",
        "who are / who is / which are / which is / that are / that is",
        "should of / should have",
        "could of / could have",
        "comprise / comprises",
        "consist / consists",
        "he / him",
        "amount of / number of",
        "they / them",
        "me / myself",
        "less / fewer",
    )
)
AGREEMENT = {form: frozenset().union(*(forms for forms in _ALIKE if form in forms)) for form in set().union(*_ALIKE)}
"""For each form of a verb or pronoun those that follow from the words around it, with itself."""
