"""Small words inside names."""

PARTICLES = frozenset("van von der den de del di da du la le al el bin ibn ap of the and for".split())
