"""Quick search over quotations and speakers. Pure."""
