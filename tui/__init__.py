"""cuttings: a keyboard-driven reading room for press cuttings in a terminal."""

__version__ = "0.1.0"
