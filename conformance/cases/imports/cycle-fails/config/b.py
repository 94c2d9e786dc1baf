from .a import FIRST
VALUE = 2
