"""One recogniser a kind of mention: it finds its kind in tokens, and parses a string that must be nothing else."""
