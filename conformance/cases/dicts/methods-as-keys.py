# note: A method is the same key however often it is looked up.
class Site:
    def open(self):
        return "open"


LOG, SITE = [], Site()
calls = {LOG.append: 1, **{LOG.append: 2}, SITE.open: 3, SITE.open: 4, [].append: 5}
COUNT = len(calls)
FOUND = [calls[LOG.append], calls[SITE.open], LOG.pop in calls, Site().open in calls]
SAME = len({LOG.append, LOG.append, LOG.pop})
