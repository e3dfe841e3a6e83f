"""What every other part of the library stands on: cleaning, locks, cancellation, errors of SQLite."""
