# note: Functions and classes have the string that stands first in them, since Python 3.13 without its indentation.
class Base:
    """Settings of all sites.

        Indented further.
    """

    def hosts(self):
        "The hosts."

    def apps(self):
        return []


class Site(Base):
    pass


DOCS = [Base.__doc__, Base.hosts.__doc__, Base.apps.__doc__, Site.__doc__, Site().__doc__, (lambda: 0).__doc__]
