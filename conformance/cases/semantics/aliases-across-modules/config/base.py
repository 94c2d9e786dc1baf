APPS = ['one']
OPTIONS = {'a': 1}
COUNT = 1


def add(app, _seen=[]):
    _seen.append(app)
    APPS.append(app)
    return len(_seen)


class Site:
    names = []
    K = 1

    def __init__(self, name):
        self.names.append(name)
        self.K = self.K + len(self.names)

    @property
    def total(self):
        return self.K * 10
