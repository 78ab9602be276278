"""Word documents, out and in: our own words stand in `matching`, theirs in `reading`; no part of a file is believed."""
