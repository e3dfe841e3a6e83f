"""Each screen owns its state and mediates its widgets."""
