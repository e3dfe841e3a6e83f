"""People, organisations and places in an article, and which mentions are the same."""

from tui.extract.names.person_coref import gender_of
from tui.extract.names.recognition import FoundNames, find_names

__all__ = ["FoundNames", "find_names", "gender_of"]
