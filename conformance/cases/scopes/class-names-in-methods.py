# note: A method does not see the names of its class, only those of the module.
HOST = "module"


class Settings:
    HOST = "class"

    def host(self):
        return HOST

    URL = HOST + "/"


SEEN = Settings().host()
URL = Settings.URL
