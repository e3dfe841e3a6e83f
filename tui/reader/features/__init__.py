"""One small controller a feature; none knows the screen or another."""
