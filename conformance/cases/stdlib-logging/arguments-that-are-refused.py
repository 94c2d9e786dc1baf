# note: `logging` refuses levels, formats and styles that it does not know, and arguments that do not go together.
import logging
import logging.config

WORDS = []


def note(run):
    try:
        run()
    except (TypeError, ValueError, AttributeError) as error:
        WORDS.append([type(error).__name__, str(error)])
    else:
        WORDS.append("fine")


logging.addLevelName(5, "TRACE")
for run in (
    lambda: logging.getLogger("shop").setLevel("debug"),
    lambda: logging.getLogger("shop").setLevel("TRACE"),
    lambda: logging.getLogger("shop").setLevel(3.5),
    lambda: logging.StreamHandler().setLevel("x"),
    lambda: logging.Handler("x"),
    lambda: logging.disable("x"),
    lambda: logging.Formatter("abc"),
    lambda: logging.Formatter("abc", validate=False),
    lambda: logging.Formatter("{message}", style="{"),
    lambda: logging.Formatter("abc", style="{"),
    lambda: logging.Formatter("abc", style="$"),
    lambda: logging.Formatter("%(message)s", style="q"),
    lambda: logging.Formatter(1, 2, 3, 4, 5, 6),
    lambda: logging.Formatter(foo=1),
    lambda: logging.FileHandler(),
    lambda: logging.config.dictConfig(3),
    lambda: logging.config.dictConfig({}),
    lambda: logging.config.dictConfig({"version": 2}),
    lambda: logging.basicConfig(3),
    lambda: logging.basicConfig(filename="a.log", stream=None),
    lambda: logging.basicConfig(handlers=[], stream=None),
    lambda: logging.basicConfig(style="x"),
    lambda: logging.basicConfig(format="abc"),
    lambda: logging.basicConfig(handlers=3),
    lambda: logging.basicConfig(handlers=[3]),
    lambda: logging.basicConfig(handlers=[], level="x"),
    lambda: logging.basicConfig(handlers=[], x=1, y=2),
    lambda: logging.basicConfig(level=logging.INFO, format="%(message)s", datefmt="%Y"),
    lambda: logging.basicConfig(level="x", foo=1),
    lambda: logging.basicConfig(level="x", force=True),
):
    note(run)
