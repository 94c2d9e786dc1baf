# note: Loaders and APP_DIRS exclude each other.
# django: 4.2
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"loaders": ["django.template.loaders.filesystem.Loader"], "string_if_invalid": None},
    },
]
