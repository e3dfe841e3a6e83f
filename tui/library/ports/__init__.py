"""What screens and commands may ask of a library, as small protocols."""
