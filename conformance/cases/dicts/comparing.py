# note: Dicts are equal by content, whatever the order, and have no order themselves.
EQUAL = [{"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} == {"a": True}, {"a": [1]} == {"a": [1]}, {} == set()]
SMALLER = {} < {"a": 1}
