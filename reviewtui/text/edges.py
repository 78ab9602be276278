"""Whether a sentence begins or ends at a place, told from a few characters around it alone."""


def opens_sentence(text: str, at: int) -> bool:
    """Say, from the characters around alone, whether a sentence may begin at `at`."""
    before = text[max(0, at - 12) : at].rstrip()
    if at - len(before) and "\n" in text[max(0, at - 12) : at][len(before) :]:
        line = text[text.rfind("\n", 0, at) + 1 : at]
        return not line.strip() and (not before or before[-1] in ".!?:;>|\n" or "\n\n" in text[max(0, at - 12) : at])
    return not before or before[-1] in ".!?:>|#*-+\n" or before[-1:].isdigit()


def closes_sentence(text: str, at: int) -> bool:
    """Say, from the characters around alone, whether a sentence may end at `at`."""
    if at >= len(text) or text[at - 1] in ".!?:;|" or text[at] in ".!?:;|<":
        return True
    rest = text[at : at + 4].lstrip(" \t\r")
    return rest.startswith("\n") and not rest[1:2].isalpha()
