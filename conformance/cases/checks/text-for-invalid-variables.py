# note: What stands for an invalid variable must be a text.
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {"string_if_invalid": 0},
    },
]
