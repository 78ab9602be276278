"""What is told at the terminal of requests that could not be answered: one line, never how the program is made."""

import logging

from reviewtui.cli.output import complain

_NAME = "reviewtui.serve"


class OneLineHandler(logging.Handler):
    """Tells each kind of fault once: any program on this machine may send as many requests as it likes."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        super().__init__(logging.ERROR)
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Tell what kind of fault it was."""
        kind = record.exc_info[0] if record.exc_info else None
        name = kind.__name__ if kind is not None else "unknown"
        if name not in self._told:
            self._told.add(name)
            complain(f"A request was not answered ({name}); it is told once. The app goes on.")


def quiet_log() -> logging.Logger:
    """Return the log that the server writes to."""
    logger = logging.getLogger(_NAME)
    logger.propagate = False
    logger.handlers = [OneLineHandler()]
    return logger
