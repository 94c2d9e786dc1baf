# note: The first handler that fits takes the exception, and its name is gone afterwards.
def read(settings, name):
    try:
        value = int(settings[name])
    except KeyError as error:
        return f"missing {error}"
    except (TypeError, ValueError) as error:
        return type(error).__name__
    else:
        return value
    finally:
        READ.append(name)


READ = []
settings = {"PORT": "80", "HOST": "db", "USER": None}
RESULTS = [read(settings, name) for name in ("PORT", "HOST", "USER", "PATH")]
try:
    raise LookupError("x")
except LookupError as error:
    pass
GONE = "error" not in globals()
