# note: A method that fails in a chain over several lines is reported at the line of its name.
HOSTS = (
    "a.example.com,b.example.com"
    .split(",")
    .index(
        "c.example.com"
    )
)
