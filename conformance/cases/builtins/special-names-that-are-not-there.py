# note: A list has no `__all__`, nor any other special name that no builtin has.
APPS = ["shop"]
HAS = [hasattr(APPS, name) for name in ("__all__", "__version__", "__file__", "__len__", "__class__")]
PROBLEMS = []
for attempt in (lambda: APPS.__all__, lambda: "".__path__, lambda: APPS.insert(2**64, "blog")):
    try:
        attempt()
    except (AttributeError, OverflowError) as error:
        PROBLEMS.append(str(error))
