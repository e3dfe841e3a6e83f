"""The library of a folder, composed of services that answer a port each."""
