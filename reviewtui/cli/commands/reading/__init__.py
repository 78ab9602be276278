"""Commands that only tell: where things stand, threads, versions, findings, readiness."""
