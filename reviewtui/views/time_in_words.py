"""When something was, in the one form in which every screen tells it."""

from datetime import date, datetime, timedelta

_NEAR = 7
"""So many days back are counted; what is older is told by its date."""


def day_words(day: date, today: date) -> str:
    """Return a day as "today", "3 days ago", "12 Nov", or with its year where that is another one."""
    back = (today - day).days
    if 0 <= back <= _NEAR:
        return ("today", "yesterday")[back] if back < 2 else f"{back} days ago"
    return f"{day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def ago(moment: datetime, now: datetime) -> str:
    """Return how long ago `moment` was, in the largest unit that says something."""
    passed = now - moment
    if passed < timedelta(minutes=-10):
        return f"{moment.day} {moment:%b %Y} (the writer's clock is ahead)"
    if passed >= timedelta(days=1):
        return day_words(moment.date(), now.date())
    for unit, length in (("hour", 3_600), ("minute", 60)):
        count = int(passed.total_seconds() // length)
        if count >= 1:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"
