# note: What every object has is found in a class before its metaclass is asked; `type.__init__` counts its arguments.
class Registry(type):
    def __new__(meta, name, bases, namespace):
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace):
        try:
            super().__init__(0, 0, 0, 0)
        except TypeError as error:
            cls.said = str(error)
        super().__init__(0)
        super().__init__(name, bases, namespace)

    def __call__(cls):
        return 'called'


class Server(metaclass=Registry):
    pass


SAID = [Server.said]
CALLED = Server()
for make in (lambda: Server.__new__(), lambda: object.__new__()):
    try:
        make()
    except TypeError as error:
        SAID.append(str(error))
MADE = type(Server.__new__(Server)).__name__
