# note: A keyword that is written twice in a call is a syntax error.
def database(name, **options):
    return {"NAME": name, **options}


DATABASES = {"default": database("shop", HOST="a", HOST="b")}
