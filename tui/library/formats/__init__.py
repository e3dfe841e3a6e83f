"""What articles look like on disk. Each format is pure: bytes or text -> articles and doubts."""
