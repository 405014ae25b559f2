"""Makes the synthetic sample data of lifecircle. Python 3 standard library only."""
