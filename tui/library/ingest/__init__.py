"""From files to the index: scan, read, analyse, write, settle who is who, carry the reader's data over."""
