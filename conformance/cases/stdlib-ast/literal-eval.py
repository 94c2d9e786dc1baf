# note: literal_eval reads literals of every kind and nothing that would run.
import ast
VALUES = [ast.literal_eval(text) for text in ("[1, 'a']", "{'a': (1, None)}", "-1.5", "True", "{1, 2}", "b'x'", "'a' 'b'", "1_000", "()")]
