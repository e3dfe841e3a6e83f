"""The index on the disk: its tables, its codecs, its lists."""
