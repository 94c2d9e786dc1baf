# note: An import inside a class body makes attributes.
class Settings:
    from .parts import PORT, HOST as SERVER


PORT, SERVER = Settings.PORT, Settings.SERVER
LEAKED = "HOST" in globals()
# --- config/parts.py ---
PORT, HOST = 25, "mail"
