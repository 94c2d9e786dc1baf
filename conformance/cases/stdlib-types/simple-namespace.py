# note: A SimpleNamespace has its keywords as attributes and may get others later.
import types

OPTIONS = types.SimpleNamespace(timeout=1, name="x")
OPTIONS.retries = 3
TIMEOUT, RETRIES = OPTIONS.timeout, OPTIONS.retries
NAMES = sorted(vars(OPTIONS))
del OPTIONS
