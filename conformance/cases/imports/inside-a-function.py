# note: An import inside a function binds in the function.
def load():
    from .parts import PORT
    import config.parts

    return (PORT, config.parts.PORT)


LOADED = load()
LEAKED = "PORT" in globals()
# --- config/parts.py ---
PORT = 25
