"""A letter to each partner organisation: what became of its remarks, and where its sign-off stands."""

from collections.abc import Iterator

from reviewtui.domain.readiness.release_inputs import ReleaseInputs
from reviewtui.domain.review.signoffs import current_signoffs
from reviewtui.exchange.markdown_escaping import plain
from reviewtui.exchange.release.answers import answer, asked

_POSITIONS = {
    "support": "You support the policy.",
    "no-objection": "You have no objection.",
    "objection": "Your objection is on record with the release.",
    "abstain": "You abstained.",
}


def letters(inputs: ReleaseInputs) -> Iterator[tuple[str, str]]:
    """Yield the id of each organisation that was asked or that remarked, with its letter."""
    own = {inputs.draft.rules.organisation_of(author) for author in inputs.draft.rules.author_people()}
    remarked = inputs.contributors()
    for organisation in inputs.draft.rules.organisations:
        is_partner = organisation in inputs.draft.rules.asked() or organisation in remarked
        if is_partner and organisation not in own:
            yield organisation, "\n".join(_letter(inputs, organisation)) + "\n"


def _letter(inputs: ReleaseInputs, organisation: str) -> Iterator[str]:
    name = inputs.draft.rules.organisation_name(organisation)
    yield f"# To {plain(name)}"
    yield ""
    yield f"{inputs.day}"
    yield ""
    yield "Dear colleagues,"
    yield ""
    yield f"{plain(inputs.title)} {inputs.version} is released. Thank you for reading it with us."
    threads = inputs.threads(organisation)
    yield ""
    if threads:
        yield f"You made {len(threads)} remark{'s' * (len(threads) != 1)}. This is what became of them:"
        for thread in threads:
            yield ""
            yield f"- *{plain(inputs.where(thread))}*: {asked(thread)}"
            yield f"  **{answer(inputs, thread)}**"
    else:
        yield "You made no remarks since the release before."
    yield ""
    yield _position(inputs, organisation)
    if inputs.override:
        yield ""
        yield f"It was released although not every condition was met, because: {plain(inputs.override, 1000)}"
    yield from ("", "With kind regards,", "the authors of the policy")


def _position(inputs: ReleaseInputs, organisation: str) -> str:
    row = next((row for row in current_signoffs(inputs.draft) if row.organisation == organisation), None)
    if row is None or row.position is None:
        return "You did not sign the text off."
    answer_words = _POSITIONS.get(row.position, "Your position is on record.")
    older = " Your sign-off is about an older text of some sections." if row.is_stale else ""
    return f"{answer_words}{older}"
