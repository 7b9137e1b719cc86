"""How all commands start, speak and end."""

import gc
import os
import sys
from collections.abc import Callable
from typing import NoReturn

from messages.locales import Locale
from messages.message import Message
from messages.problem import in_each
from messages.terminal import print_any_letter


def say(message: Message, languages: tuple[Locale, ...], failed: bool = False) -> None:
    """Print a message on a line for each language, among the errors if a command `failed`."""
    print(in_each(message, languages), file=sys.stderr if failed else sys.stdout, flush=True)


def run(main: Callable[[], int]) -> NoReturn:
    """Run a command and end with its status; what its machine refuses is told in a line."""
    print_any_letter()
    # Nearly all that a command makes stays until its end: looking for what does not takes a third of the time.
    gc.disable()
    try:
        status = main()
        sys.stdout.flush()
        gc.freeze()  # Python would look at all of it once more when it ends.
    except BrokenPipeError:
        # Whoever read what it printed has read enough, and nobody would hear Python say so.
        os._exit(1)
    except KeyboardInterrupt:
        status = 130
    except OSError as error:
        path = error.filename or sys.stdout.name
        message = Message(
            "{path} cannot be written: {reason}. Fix: see that the file and its folder can be changed.", path=path, reason=error.strerror
        )
        say(message, (), failed=True)
        status = 1
    sys.exit(status)
