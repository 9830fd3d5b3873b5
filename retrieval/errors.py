"""The errors that people see, of two kinds. Each message is one line that says what is wrong and what to do."""


class ClippingsError(Exception):
    """What front ends catch."""


class InputError(ClippingsError):
    """What was asked or handed over cannot be used: a question, a file, an id. Exit status 2."""


class SetupError(ClippingsError):
    """The index, the encoder or the machine is not ready: missing, damaged, full, locked. Exit status 1."""


class UnusableError(SetupError):
    """The index is damaged or of another format: the one failure that making it anew mends."""
