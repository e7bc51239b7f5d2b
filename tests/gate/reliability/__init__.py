"""Whether shown confidences can be trusted."""
