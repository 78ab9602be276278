"""What somebody is about to write: forms, drafts, questions."""
