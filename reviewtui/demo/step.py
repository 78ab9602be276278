"""What every step of the story says."""

import msgspec


class StoryStep(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do"):
    """One act of one person, `by` their key in the story; `days_ago` begins a new day."""

    by: str
    days_ago: int | None = None
