# note: A text and None cannot be added.
NAME = 'a' + None
