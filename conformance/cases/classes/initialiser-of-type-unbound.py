# note: Where a metaclass makes a class, `super().__init__` is that of `type`, unbound.
SAID = []


class Registry(type):
    def __new__(meta, name, bases, namespace):
        for given in ((), (0,), (type, 1), (type, 1, 2)):
            try:
                super().__init__(*given)
                SAID.append('')
            except TypeError as error:
                SAID.append(str(error))
        return super().__new__(meta, name, bases, namespace)


class Server(metaclass=Registry):
    pass
