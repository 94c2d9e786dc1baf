# note: An annotation is worked out where it stands, and what plain data cannot do stops the settings.
PORTS = [5432]
HOST: PORTS[
    1
] = "db"
