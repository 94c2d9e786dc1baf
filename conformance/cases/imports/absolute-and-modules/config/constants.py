LIMIT = 10
class Names:
    FIRST = 'first'
