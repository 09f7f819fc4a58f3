"""Documents into the store: read once, and known again under another name."""
