# note: Filters of warnings want texts, a class of warnings and a line, and patterns that `re` takes.
import warnings

WORDS = []
for run in (
    lambda: warnings.filterwarnings("ignore", 3),
    lambda: warnings.filterwarnings("ignore", category=3),
    lambda: warnings.filterwarnings("ignore", category=int),
    lambda: warnings.filterwarnings("ignore", category=DeprecationWarning),
    lambda: warnings.filterwarnings("ignore", module=3),
    lambda: warnings.filterwarnings("ignore", lineno="x"),
    lambda: warnings.filterwarnings("ignore", lineno=-1),
    lambda: warnings.filterwarnings("ignore", message="("),
    lambda: warnings.simplefilter("ignore", lineno=-1),
    lambda: warnings.simplefilter("ignore", 3),
    lambda: warnings.catch_warnings(1),
    lambda: warnings.catch_warnings(foo=1),
    lambda: warnings.warn("x", stacklevel="y"),
):
    try:
        run()
    except Exception as error:
        WORDS.append([type(error).__name__, str(error)])
    else:
        WORDS.append("fine")
with warnings.catch_warnings() as caught:
    warnings.simplefilter("ignore")
CAUGHT = caught
