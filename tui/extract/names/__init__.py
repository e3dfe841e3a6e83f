"""People, organisations and places in an article, and which mentions are the same."""

from tui.extract.names.find import Names, find_names
from tui.extract.names.people import gender_of

__all__ = ["Names", "find_names", "gender_of"]
