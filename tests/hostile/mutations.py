"""Bytes as somebody sends them who wants a reader to stumble: anything at all, and valid ones with something wrong."""

from collections.abc import Sequence

from hypothesis import strategies as st

TOKENS = (
    b"\0", b"\r", b"\n", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"[", b"]", b"{", b"}", b"=", b'"',
    b'"""', b"'''", b"[[a]]", b"a.b.c=1\n", b"nan", b"-1", b"99999999999999999999", b"../../x", b"/etc/passwd",
    b"<<<<<<< x\n", b"0001-01-01T00:00:00+23:59", b"\x1b[31m", b"a" * 300, b"[" * 40, b"9" * 500,
)  # fmt: skip
"""What readers are known to stumble over."""


@st.composite
def mutated(draw: st.DrawFn, valid: Sequence[bytes]) -> bytes:
    """Return one of `valid` with a few places changed, cut, doubled, or filled with what readers stumble over."""
    content = draw(st.sampled_from(valid))
    for _ in range(draw(st.integers(1, 4))):
        first = draw(st.integers(0, len(content)))
        last = min(len(content), first + draw(st.integers(0, 40)))
        part = content[first:last]
        other = draw(st.sampled_from(valid))
        start = draw(st.integers(0, len(other)))
        put = draw(
            st.one_of(
                st.just(b""),
                st.just(part * 2),
                st.just(part[::-1]),
                st.just(other[start : start + 60]),
                st.sampled_from(TOKENS),
                st.binary(max_size=20),
            )
        )
        content = content[:first] + put + content[last:]
    return content


def hostile_bytes(valid: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return bytes of any kind, most of them nearly valid."""
    return st.one_of(st.binary(max_size=400), mutated(valid), mutated(valid), mutated(valid))
