"""Which names of a whole library are one person, body or place."""
