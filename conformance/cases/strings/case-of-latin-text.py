# note: Case methods work by word and letter; title begins a word after everything that is no letter.
NAMES = [word.title() for word in ("o'brien", "x-forwarded-for", "HTTP_host", "3rd party")]
CAPITAL = ["hELLO World".capitalize(), "éCOLE".capitalize(), "".capitalize()]
SWAPPED = "Hello World".swapcase()
HEADER = "HTTP_" + "X-Real-IP".upper().replace("-", "_")
IS_TITLE = ["Hello World".istitle(), "Hello world".istitle(), "HELLO".istitle(), "1 A".istitle(), "".istitle()]
IS_UPPER = ["ABC1".isupper(), "123".isupper(), "Abc".isupper()]
