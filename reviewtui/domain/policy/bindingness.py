"""Rule or guidance: how many sentences of a section bind, and how hard it is to read."""

from dataclasses import dataclass

from reviewtui.domain.policy.policy import Section


@dataclass(frozen=True, slots=True)
class SectionBindingness:
    """How many sentences of one section bind, advise, allow or only tell, with its reading ease and fog index."""

    section: Section
    binds: int
    advises: int
    allows: int
    tells: int
    words: int
    flesch: float
    fog: float
