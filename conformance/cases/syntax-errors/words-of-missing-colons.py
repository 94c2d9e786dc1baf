# note: A colon, a handler or a name that is missing is asked for by its name.
PROBLEMS = []
for text in (
    "if DEBUG\n    pass\n",
    "if DEBUG:\n    pass\nelif TEST\n    pass\n",
    "if DEBUG:\n    pass\nelse\n    pass\n",
    "for host in HOSTS\n    pass\n",
    "while True\n    pass\n",
    "with open('x')\n    pass\n",
    "try\n    pass\n",
    "try:\n    pass\nexcept OSError\n    pass\n",
    "try:\n    pass\nfinally\n    pass\n",
    "def load(name)\n    pass\n",
    "def load\n    pass\n",
    "class Base\n    pass\n",
    "match HOST\n    case 'a':\n        pass\n",
    "match HOST:\n    case 'a'\n        pass\n",
    "try:\n    pass\nHOST = 1\n",
    "try:\n    pass\nexcept* :\n    pass\n",
    "try:\n    pass\nexcept:\n    pass\nexcept* OSError:\n    pass\n",
    "try:\n    pass\nexcept OSError, KeyError as error:\n    pass\n",
    "import\n",
    "from os import\n",
    "from os import path,\n",
    "import path from os\n",
    "raise\nx y\n",
    "@\ndef load(): pass\n",
    "@register\nHOST = 1\n",
):
    try:
        exec(text)
        PROBLEMS.append("none")
    except SyntaxError as problem:
        PROBLEMS.append(f"{type(problem).__name__}: {problem}")
