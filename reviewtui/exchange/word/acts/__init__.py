"""What the people who wrote in a returned document ask for: each change and comment as an act at its place.

What has no certain place becomes a remark with its words; nothing is placed by a guess.
"""
