"""Who said it: the speaker of every quotation, and the rule that tells."""
