# note: A block that is missing is named by what should have it, and by the line of that.
PROBLEMS = []
for text in (
    "if DEBUG:\nHOST = 1\n",
    "if DEBUG:\n    pass\nelif TEST:\nHOST = 1\n",
    "if DEBUG:\n    pass\nelse:\nHOST = 1\n",
    "for host in HOSTS:\npass\n",
    "while True:\n\n# nothing\n",
    "with open('x') as file:\npass\n",
    "with (open('x') as file,\n      open('y')):\npass\n",
    "try:\npass\n",
    "try:\n    pass\nexcept OSError as error:\npass\n",
    "try:\n    pass\nexcept:\npass\n",
    "try:\n    pass\nexcept* OSError:\npass\n",
    "try:\n    pass\nfinally:\npass\n",
    "def load(name):\nreturn name\n",
    "class Base:\n'''Settings.'''\n",
    "match HOST:\npass\n",
    "match HOST:\n    case 'a':\n    pass\n",
    "  HOST = 1\n",
    "HOST = 1\n    PORT = 2\n",
    "if DEBUG:\n        HOST = 1\n    PORT = 2\n",
    "if DEBUG:\n\tHOST = 1\n        PORT = 2\n",
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
