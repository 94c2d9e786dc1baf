# note: Handlers, filters and formatters take or refuse what they are made of in their own ways.
import logging
import sys

MADE = []


def note(run):
    try:
        run()
    except (TypeError, ValueError) as error:
        MADE.append([type(error).__name__, str(error)])
    else:
        MADE.append("fine")


for run in (
    lambda: logging.StreamHandler(sys.stdout),
    lambda: logging.StreamHandler(3),
    lambda: logging.Handler(True),
    lambda: logging.Handler(None),
    lambda: logging.Filter(),
    lambda: logging.Filter("shop"),
    lambda: logging.Filter(["shop"]),
    lambda: logging.Filter(None),
    lambda: logging.Filter(7),
    lambda: logging.Formatter("%(message)s", 5, validate=[], defaults={"ip": None}),
    lambda: logging.Formatter("%(message)s", style=["%"]),
    lambda: logging.Formatter("%(message)s", style=None),
    lambda: logging.Formatter(()),
    lambda: logging.Formatter(datefmt=None),
):
    note(run)
