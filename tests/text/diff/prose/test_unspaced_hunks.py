"""A change of two letters in a Chinese paragraph is a change of two letters."""

import pytest

from reviewtui.text.diff.policy_diff import diff_policies
from reviewtui.text.diff.prose.prose_diff import diff_texts

POLICY = "本政策适用于全体员工。员工在发布任何内容之前必须先询问新闻团队。所有记录保存三年。"


@pytest.mark.parametrize(
    ("text", "was", "now", "most"),
    [
        (POLICY, "必须", "不必", 2),
        (POLICY, "三年", "五年", 2),
        (f"Staff 手册: {POLICY} end", "必须", "不必", 2),
        ("職員は投稿する前に確認しなければならない。記録は三年間保存する。", "三年", "五年", 2),
        ("เจ้าหน้าที่ต้องถามทีมข่าวก่อนโพสต์", "ต้องถาม", "ควรถาม", 4),
    ],
)
def test_only_the_changed_letters_count(text, was, now, most):
    """Not the whole paragraph."""
    new = text.replace(was, now)
    diff = diff_texts(text, new)
    assert 0 < diff.words_deleted <= most
    assert 0 < diff.words_inserted <= most
    for hunk in diff.hunks:
        assert text[hunk.old_start : hunk.old_end] in was or was in text[hunk.old_start : hunk.old_end]
        assert len(new[hunk.new_start : hunk.new_end]) <= len(now)


def test_a_new_sentence_between_others_is_all_that_changed():
    """The sentences beside it stay."""
    new = POLICY.replace("所有", "员工可以提问。所有")
    [file] = diff_policies({"a.md": POLICY}, {"a.md": new}).files
    assert [new[change.new_start : change.new_end] for change in file.changes] == ["员工可以提问。"]
