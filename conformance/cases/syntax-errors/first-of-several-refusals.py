# note: Of several things that are wrong with names and places, CPython tells the one it meets first: names before places, each in its own order.
TEXTS = [
    # Names, in the order in which they are met.
    "def f():\n    a = 1\n    global a\n",
    "def f():\n    a = 1\n    nonlocal a\n",
    "def f():\n    import a\n    global a\n",
    "def f():\n    del a\n    global a\n",
    "def f():\n    for a in b: pass\n    global a\n",
    "def f():\n    a: int = 1\n    global a\n",
    "def f():\n    (a): int = 1\n    global a\n",
    "def f():\n    a.b = 1\n    global a\n",
    "def f(\n    a,\n    b,\n    *,\n    a,\n): pass\n",
    "try:\n    a = 1\nexcept b:\n    global a\nelse:\n    a\n",
    "x = [1 for y in (lambda: (z := 1))]\n",
    "x = [1 for y in z if (y := 1)]\n",
    "x = [1 for y in z if (a := 1) for a in b]\n",
    "class A:\n    x = [(a := 1) for b in c]\n",
    "x = {(yield a): 1 for b in c}\n",
    "x = ((yield from a) for b in c)\n",
    "from __future__ import annotations\nx: (yield)\n",
    # What no block around binds is told after all that.
    "def f():\n    nonlocal a\ndef g():\n    b = 1\n    global b\n",
    "nonlocal a\nclass A:\n    nonlocal b\n",
    "def f():\n    global a\n    nonlocal a\n",
    "nonlocal a\ndef f():\n    global a\n",
    "def f():\n    a = 1\n    def g():\n        global a\n        def h():\n            nonlocal a\n",
    # Places come last, in the order in which they are compiled.
    "return\ndef f():\n    a = 1\n    global a\n",
    "x = 1\nfrom __future__ import annotations\ndef f():\n    a = 1\n    global a\n",
    "try: pass\nexcept: pass\nexcept A: return\nelse: break\n",
    "class A(a=1, a=2):\n    return\n",
    "for __debug__ in (yield): pass\n",
    "x.__debug__ += (yield)\n",
    "x = (\n    yield from a\n)\n",
    "def f():\n    try: pass\n    except* A:\n        for x in y: return\n",
    "def f():\n    for x in y:\n        try: pass\n        except* A:\n            try: break\n            finally: await z\n",
    "x = [await a for a in b]\n",
    "x = (1 for a in (yield) if (await b))\n",
    "def f():\n    yield 1\n    [await a for a in b]\n",
    "def f(a=__debug__, *, b: int, __debug__): pass\n",
    "f(a=1,\n  b=2,\n  a=3,\n  b=4)\n",
    # Patterns, one part after the other.
    "match x:\n    case (1 | a | 2): pass\n",
    "match x:\n    case (1 | a): pass\n    case 2: pass\n",
    "match x:\n    case (1 | a): pass\n",
    "match x:\n    case [a,\n          a]: pass\n",
    "match x:\n    case [*_, *a]: pass\n",
    "match x:\n    case {1: a,\n          True: b}: pass\n",
    "match x:\n    case {1: a, **a}: pass\n",
    "match x:\n    case A(a=1,\n           a=2): pass\n",
    "match x:\n    case _ if a: pass\n    case b: pass\n    case c: pass\n",
    "match x:\n    case a: return\n    case b: pass\n",
]
TOLD = []
for text in TEXTS:
    try:
        exec(text)
        TOLD.append(None)
    except SyntaxError as error:
        TOLD.append(str(error))
