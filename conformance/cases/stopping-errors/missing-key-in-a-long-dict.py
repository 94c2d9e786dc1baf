# note: A subscript that fails inside a display is reported at its own line.
import os

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": os.environ.get("DB_NAME", "shop"),
        "PASSWORD": os.environ[
            "DB_PASSWORD"
        ],
    }
}
