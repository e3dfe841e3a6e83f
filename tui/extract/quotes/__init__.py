"""Quotation marks, and the spans of quoted words between them."""
