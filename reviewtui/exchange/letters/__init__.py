"""Letters to partners while a review goes on; those of a release are among its documents."""
