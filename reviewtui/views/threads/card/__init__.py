"""One remark in full: its card, its lines, what was said event by event, where it stands.

Many remarks are one folder up.
"""
