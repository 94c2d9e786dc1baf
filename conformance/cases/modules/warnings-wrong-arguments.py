# note: The functions of `warnings` refuse unknown actions and categories that are no warnings.
import warnings

MESSAGES = []
for call in [
    lambda: warnings.warn(),
    lambda: warnings.warn("old", 3),
    lambda: warnings.warn("old", KeyError),
    lambda: warnings.filterwarnings(),
    lambda: warnings.filterwarnings("quiet"),
    lambda: warnings.simplefilter("quiet"),
    lambda: warnings.resetwarnings(1),
    lambda: warnings.filterwarnings("ignore", category=DeprecationWarning),
]:
    try:
        MESSAGES.append(call())
    except (TypeError, ValueError) as error:
        MESSAGES.append(str(error))
