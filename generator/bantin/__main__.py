"""`python -m bantin` is the command `bantin`."""

from bantin.cli import main

main()
