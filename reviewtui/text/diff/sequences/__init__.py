"""Two sequences of anything compared: what stays the same in order, and where long ones are cut first.

Knows no words.
"""
