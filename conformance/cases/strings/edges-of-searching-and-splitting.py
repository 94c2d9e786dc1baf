# note: Splitting at blanks leaves no empty parts, splitting at a separator keeps them, and the empty text is in every text.
PARTS = "a,b;c".replace(",", ";").split(";"), "x=1&y=2".split("&")[1].split("="), "a b c".split(" ", 1), "a.b.c".rsplit(".", 1)
BLANKS = "a\tb\nc".split(), "\x0b\x1c".split(), "a\x85b".splitlines(), "line1\nline2".splitlines()
STRIPPED = "  lead".lstrip(), "trail  ".rstrip(), "/a/b/".strip("/"), "www.example.com".lstrip("w."), "aXbX".rstrip("X")
FOUND = "hello".rindex("l"), "mississippi".count("ss"), "abc".find("c", 0, 2)
AFFIXES = "abc".startswith("b", 1), "abc".startswith(("x", "a")), "".startswith("")
MEMBER = "x" in "", "" in "", "A" < "a" < "b"
STEPS = "abc"[::2], "abc"[5:1:-1], "abc"[-2]
JOINED = "a".join("xyz"), "%".join(["a", "b"]), "a" 'b' "c"
