# note: A group of exceptions is made of a text and a sequence of exceptions, and one of exceptions alone is an ExceptionGroup.
MESSAGES = []
for parts in [ValueError("PORT"), {ValueError("PORT")}, [], "", "ab", [ValueError], None, range(2), [KeyboardInterrupt()]]:
    try:
        ExceptionGroup("settings", parts)
    except (TypeError, ValueError) as error:
        MESSAGES.append(str(error))
KINDS = [type(BaseExceptionGroup("stop", [one])).__name__ for one in [ValueError("PORT"), KeyboardInterrupt()]]
