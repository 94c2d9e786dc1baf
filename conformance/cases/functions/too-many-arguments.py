# note: Too many arguments: the count of those given includes self.
class Builder:
    def connect(self, host):
        return host


Builder().connect("db", 5432)
