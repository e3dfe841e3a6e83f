"""What is the reader's own and irreplaceable: marks, notes, corrections, history, preferences."""
