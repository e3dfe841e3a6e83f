"""An article -> its annotations. Pure and total: no text raises, nothing is read or written."""
