"""Quick search: quotations and speakers found by half-remembered words, while they are being typed. Pure.

How it works
------------
Comparing a query with every quotation is slow, and blind to what words are rare. So nothing is ever compared
with a quotation but the handful of best ones:

1. *Fold* (normalisation). Texts and queries are seen as plain words: no case, accents, curly marks.
2. *What may be meant* (match_levels). Every word of the query is looked for in the vocabulary, tens of
   thousands of words however many quotations there are: the very word; akin ones (another ending, split in
   two or joined, begun if it is still being typed); near ones (one typing error that fingers easily make);
   odd ones (another single error); far ones (two). Sieves made of letter bitmaps (letter_sieve) leave some
   hundreds of words for rapidfuzz to measure.
3. *What it tells* (query_interpretation). For each of these five levels there is one bitmap of the rows that
   meet it or a better one (bitmaps, postings), and from how many they are comes its weight, in nats: share x
   ln(1 + rows / rows that have it). A level that half the library meets is worth little.
4. *Choose* (candidate_selection, weighted_counts). The weights of all words are added up for all rows at
   once, bit by bit with whole bitmaps, and the hundred rows with the highest sums are taken out. So a word
   that is wrong or missing lowers a row, it does not lose it.
5. *Rank* (ranking). Those hundred are ranked by the weights again, now in full, by how near the words stand
   and in which order, by how long the quotation is, and by whether a word names the speaker.
6. *Light* (highlight). The same forms say which words of a quotation on the screen to light.

An engine is one or more *segments*: each indexes a batch of rows for good. Newer rows make a new small one in
front; weights are always counted over all of them, so that the scores are the same as if they were one.
All numbers that can be tuned are in parameters; the line that is typed is understood in query.
"""

from __future__ import annotations

from tui.search.engine import Engine, SearchResult
from tui.search.highlight import window
from tui.search.query import Query, parse

__all__ = ["Engine", "Query", "SearchResult", "parse", "window"]
