"""The language that a policy is taken to be in; alone here, since few who name it need what tells languages."""

BRITISH_ENGLISH = "en-GB"
"""The language of a policy whose settings name none."""
