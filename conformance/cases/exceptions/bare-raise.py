# note: A bare raise raises what is being handled, also from a function that the handler calls.
def log_and_raise():
    raise


try:
    int("eighty")
except ValueError:
    log_and_raise()
