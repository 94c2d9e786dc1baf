# note: From 5.1 on the engine is made, which fails: the checks of templates stop without a word.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"loaders": ["django.template.loaders.filesystem.Loader"], "string_if_invalid": None},
    },
]
