"""The only package that touches the disk: formats, scanning, the index, the reader's own marks."""
