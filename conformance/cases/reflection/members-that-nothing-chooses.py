# note: What is false chooses no members: `inspect.getmembers` gives them all.
import inspect


class Live:
    DEBUG = False
    HOSTS = ["shop.example"]


NAMES = [
    [name for name, value in inspect.getmembers(Live, choose) if name.isupper()]
    for choose in (None, False, (), inspect.isclass)
]
