"""The rules of a review: document, anchors, events, commands, the fold and readiness; pure."""
