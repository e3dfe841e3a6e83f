"""Noun phrases of the reporter's sentence, and which of them is the subject of a verb."""
