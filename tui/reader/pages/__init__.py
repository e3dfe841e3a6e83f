"""Pages that lie over the article."""
