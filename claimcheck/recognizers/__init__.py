"""One recogniser a kind of mention; each finds its kind in tokens and parses a whole string that must be nothing else."""
