"""What somebody is about to write or to confirm, as values that every front end shows: forms, questions, commands."""
