"""Two versions compared: files paired, words compared, moves and classes of change."""
