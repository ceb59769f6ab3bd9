"""Speed and accuracy, measured over articles that the suite composes itself (seeded), or over the user's own."""
