"""Content checks: a draft goes in, findings come out; pure, one module a check."""
