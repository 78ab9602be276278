"""A returned document beside the text that was sent: where its words stand there, and what was changed by whom.

What has no certain place becomes a remark with its words; nothing is placed by a guess.
"""
