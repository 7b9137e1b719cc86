"""What goes to translators and comes back: XLIFF."""
