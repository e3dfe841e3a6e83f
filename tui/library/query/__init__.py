"""Questions to the index: search, people, dossiers, related articles, verifying; read only."""
