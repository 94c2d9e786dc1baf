# note: A closure reads its variable when it is called; a default keeps what it was.
LATE = [f() for f in [lambda: n for n in range(3)]]
EARLY = [f() for f in [lambda n=n: n for n in range(3)]]
