# note: Without a separator runs of whitespace separate and none is left at the ends; with one, every separator counts.
import os
HOSTS = " a.example  b.example\t".split()
PARTS = "a,b,,c".split(",")
EMPTY = ["".split(), "".split(","), ",".split(",")]
LIMITED = ["a:b:c".split(":", 1), "a:b:c".rsplit(":", 1), "a b  c ".split(None, 1), " a b  c".rsplit(None, 1)]
NAMED = "k=v=w".split(sep="=", maxsplit=1)
MODULE, _, FUNCTION = "shop.views.index".rpartition(".")
