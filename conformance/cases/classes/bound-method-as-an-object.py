# note: A bound method is called and told as what it is, not as the function that it binds; a property holds no function by that name.
class Shop:
    def port(self):
        return 8000

    @property
    def host(self):
        return "shop"


PORT = Shop().port.__call__()
KIND = Shop().port.__class__.__name__
HOLDS = hasattr(Shop.host, "__func__"), hasattr(Shop.host, "fget")
