"""Which articles belong together, and why. Pure."""
