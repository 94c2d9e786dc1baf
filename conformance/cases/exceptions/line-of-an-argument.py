# note: The line of an error is that of the part that raises it, not of the statement.
DATABASES = {
    "default": {
        "ENGINE": "sqlite3",
        "PORT": int(
            "default"
        ),
    },
}
