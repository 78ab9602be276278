"""Companion texts that restate a section as it was: the section changed in substance, its companion did not."""

from collections.abc import Iterable, Iterator

from reviewtui.checks.input.check_input import CheckInput, Restated
from reviewtui.checks.input.concepts import concepts_of
from reviewtui.checks.input.policy_prose import Sentence, prose_of
from reviewtui.checks.input.tuning import COMPANION_CONCEPTS, COMPANION_WEIGHT
from reviewtui.domain.review.findings.finding import Finding, finding_id
from reviewtui.text.diff.policy_diff import ClassedChange, diff_policies

NAME = "companion"


def find(material: CheckInput) -> Iterator[Finding]:
    """Yield each passage of a companion with the first change of substance since it was last in step."""
    for restated in material.restated:
        stale = _stale(material, restated)
        if stale:
            yield _finding(material, restated, stale)


def _stale(material: CheckInput, restated: Restated) -> ClassedChange | None:
    source = material.policy.texts[restated.passage.source].text
    if restated.before == source or (restated.judged is not None and restated.judged.is_editorial):
        return None
    path = restated.passage.source
    changes = [
        change
        for file in diff_policies({path: restated.before}, {path: source}, material.settings.language).files
        for change in file.changes
        if restated.judged is not None or change.change_class != "editorial"
    ]
    if restated.passage.declared:
        return changes[0] if changes else None
    return next((change for change in changes if _touches(material, restated, change)), None)


def _touches(material: CheckInput, restated: Restated, change: ClassedChange) -> bool:
    """Whether a passage that only links to a section speaks of the sentence or paragraph that changed."""
    restatement = restated.passage
    spoken = _concepts(prose_of(_companion(material, restated)[restatement.start : restatement.end]).running())
    prose = prose_of(material.policy.texts[restatement.source].text)
    near = [
        sentence for sentence in prose.running() if sentence.start < change.new_end and change.new_start < sentence.end
    ]
    around = [sentence for sentence in prose.running() if sentence.paragraph in {other.paragraph for other in near}]
    if not near:
        gone = set(concepts_of(restated.before[change.old_start : change.old_end]))
        return len(gone & spoken) >= COMPANION_CONCEPTS
    if len(_concepts(near) & spoken) >= COMPANION_CONCEPTS:
        return True
    return sum(map(material.likeness.weight, _concepts(around) & spoken)) >= COMPANION_WEIGHT


def _concepts(sentences: Iterable[Sentence]) -> set[str]:
    return {concept for sentence in sentences for concept in sentence.concepts}


def _companion(material: CheckInput, restated: Restated) -> str:
    return material.policy.texts[restated.passage.path].text


def _finding(material: CheckInput, restated: Restated, change: ClassedChange) -> Finding:
    restatement = restated.passage
    source = material.policy.texts[restatement.source].text
    title = material.policy.title_at(restatement.source, change.new_start)
    reason = restated.judged.reason if restated.judged is not None else change.reason
    message = f"“{title}” changed in substance since this was written ({reason}); say whether it is still in step"
    words = _companion(material, restated)[restatement.start : restatement.end]
    spot = (restatement.source, change.new_start, change.new_end)
    return Finding(
        finding_id(NAME, words, source), NAME, restatement.path, restatement.start, restatement.end, message, spot
    )
