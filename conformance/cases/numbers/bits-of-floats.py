# note: Floats have no bits to combine.
FLAGS = 1.0 | 2
