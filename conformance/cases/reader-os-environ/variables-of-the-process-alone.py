# note: `putenv` and `unsetenv` change the process and not `os.environ`, and refuse names that there cannot be.
# env: HOST=a.org
import os

os.putenv("HOST", "b.org")
os.unsetenv("HOST")
HOST = os.environ["HOST"]
WORDS = []
for call in (
    lambda: os.putenv(5, "a"), lambda: os.putenv("a", None), lambda: os.putenv("", "a"), lambda: os.putenv("a=b", "c"),
    lambda: os.putenv("a\0", "c"), lambda: os.unsetenv(""), lambda: os.unsetenv("a=b"), lambda: os.unsetenv(5),
):
    try:
        call()
    except (TypeError, ValueError, OSError) as error:
        WORDS.append([type(error).__name__, str(error)])
