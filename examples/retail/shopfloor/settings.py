import os

if os.environ.get("DJANGO_ENV", "development") == "production":
    from .settings_prod import *  # noqa: F403
else:
    from .settings_dev import *  # noqa: F403
