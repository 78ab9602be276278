"""What a reader of any front end sees: a draft goes in, rows come out; pure."""
