# note: Literals that stand next to each other are one; the comma that is missing joins two settings.
ALLOWED_HOSTS = [
    "example.com"
    "www.example.com",
    "api.example.com",
]
SQL = (
    "SET search_path = shop; "
    "SET timezone = 'UTC'"
)
NAME = "golive"
GREETING = "Hello, " f"{NAME}" "!"
