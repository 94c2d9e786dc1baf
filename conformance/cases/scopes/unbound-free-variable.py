# note: A variable of the function around that is not bound yet is a NameError of its own words.
def configure():
    def engine():
        return backend

    ENGINE = engine()
    backend = "sqlite3"
    return ENGINE


configure()
