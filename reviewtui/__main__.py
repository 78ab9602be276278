"""Starts the program: `python -m reviewtui`, or the command `reviewtui`."""

from reviewtui.cli.program import main

if __name__ == "__main__":
    main()
