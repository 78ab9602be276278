"""Text on one line of limited width."""


def clipped(text: str, width: int = 88) -> str:
    """Return `text` on one line of at most `width` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else f"{flat[: width - 1]}…"
