# note: `raise … from` sets the cause; an exception raised while another is handled has it as its context.
def load(explicit):
    try:
        return {}["SECRET_KEY"]
    except KeyError as error:
        if explicit:
            raise ValueError("no key") from error
        raise ValueError("no key")


for explicit in (True, False):
    try:
        load(explicit)
    except ValueError as error:
        if explicit:
            CAUSE = repr(error.__cause__)
        else:
            NO_CAUSE, CONTEXT = error.__cause__, repr(error.__context__)
