"""Every number that quick search can be tuned by, by the stage that reads it.

Weights are in nats: the information that meeting a word gives, ln(1 + rows / rows that have it). The values
were found by measuring (bench/quick_search.py); overall quality moves by a few thousandths around them.
"""

from __future__ import annotations

# Reading a query
MOST_WORDS = 16
"""Free words that are read; a pasted sentence is found by its first sixteen."""

LONGEST_LINE = 4_000
"""Characters of a line that are read."""

# What a word may stand for
LONGEST = 40
"""Letters above which a word stands for itself alone."""
ONE_EDIT = 3
"""Letters from which on one typing error is forgiven (only as a far match below TWO_NEAR)."""
NEAR_EDIT = 4
"""Letters from which on one typing error still makes a near match."""
TWO_EDITS = 6
"""Letters from which on two typing errors are forgiven, as a rule only if the first letter is right."""
INFLECTED = 3
"""Letters that a stem must keep when an ending is changed."""
BEGINNING = 4
"""Letters from which on a finished word may stand for longer ones, and a typed beginning have an error."""
SPLIT = 2
"""Letters that each half of a word split in two must have."""
PAIR_ROWS = 1_000
"""Halves that meet in more rows than this are too common to be looked up side by side."""
MISSPELT = 7
"""Letters from which on a rare word of the corpus may be judged a misspelling of a common one."""
MISSPELT_RATIO = 50
"""How many times commoner that one must be."""

# Weights of the levels
EXACT, AKIN, NEAR, ODD, FAR, ROLE = 1.0, 0.9, 0.88, 0.72, 0.6, 0.5
"""Shares of the information that meeting a word at each level counts."""
JOINED = 5
"""Letters from which on two words of the query, the second unfinished, are read as the beginning of one."""

# Adding up all rows
STEPS_PER_NAT = 3
"""Weights are added up as whole numbers of this many steps a nat."""
CANDIDATES = 100
"""How many of the best rows are ranked again by the order and nearness of the words."""

# Ranking the best rows
ADJACENT = 0.9
"""What two neighbouring words of the query earn at least when they stand side by side."""
ADJACENT_SHARE = 0.35
"""What they earn more, as a share of the lighter one's weight."""
REVERSED = 0.45
"""The part of it that they earn in the other order."""
SKIPPED = 0.5
"""The part of it that words two apart in the query earn."""
TIGHT = 0.8
"""The part of it that words two apart in the query earn when they stand closer than that."""
REACH = 100
"""Words further apart than this earn nothing."""
LENGTH = 0.1
"""What every word met in a quotation loses a nat of its length above the average, and gains below it."""
LENGTH_BOUND = 0.7
"""Nats of length that count at most, either way: length never lifts a near word above the very one."""
SPOKEN = 0.3
"""What a word met in the speaker line weighs more than one met among the words said."""
PAGE = 10
"""Rows that a reader sees at once: what a word also means, a name or a thing, begins on the second page."""

# What is told
MATCHING_SHARE = 2 / 3
"""A row matches when the words it meets carry at least this share of the weight of the query."""
SHOWN_SHARE = 0.25
"""Rows that do not match are shown only if they score this share of the best."""

# The index
DENSE = 256
"""A word (or short beginning) of more than one row in so many is also kept as a bitmap."""
LEAST_DENSE = 64
"""... but never one with fewer rows than this."""
SHORT_BEGINNING = 4
"""Beginnings up to so many letters are kept as bitmaps when they are dense."""
WIDE = 64
"""A range of more words than this is tested as a range, not word by word."""
LETTERS = 64
"""The commonest letters of the corpus by which words are sifted; others do not sift."""
DELTA = 4_000
"""Rows up to which the newest segment is built anew when rows are added, instead of adding another."""
PHRASES = 16
"""Phrases whose rows are kept while the rest of the line is typed."""
CACHED_BYTES = 24 << 20
"""About how much memory the bitmaps of lately typed words and common words may take, each."""
