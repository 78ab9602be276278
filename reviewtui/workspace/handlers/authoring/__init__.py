"""Handlers of what an author does to remarks and text: deciding, undoing, classing, adopting, editing."""
