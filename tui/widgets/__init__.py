"""Widgets draw a value and post a message; they know no siblings."""
