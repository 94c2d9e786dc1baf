# note: A `try` without a handler is told at the line after its block.
try:
    import debug_toolbar

INSTALLED_APPS = ["shop"]
