# note: A name that a class body binds itself it does not take from the function around it before.
PORT = 80


def build(HOST, PORT):
    class Server:
        HOST = HOST if "HOST" in globals() else "none"
        NAME = HOST
        port = PORT

    return Server


try:
    SERVER = build("localhost", 8000)
except NameError as error:
    PROBLEM = str(error)


def number(PORT):
    class Server:
        PORT = PORT

    return Server.PORT


FROM_MODULE = number(8000)
