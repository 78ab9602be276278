"""What somebody is about to write: forms, unsaved words, questions."""
