"""What is said about an agreement besides the agreement itself."""
