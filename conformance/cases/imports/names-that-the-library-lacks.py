# note: Modules of the standard library lack what is in none of them, also those of which little is modelled.
LACKING = []
for statement in (
    "from email import HOST",
    "from smtplib import HOST",
    "from http import HTTPStatuses",
    "from hashlib import sha257",
    "from types import ModuleTypes",
    "from abc import abstract",
    "from zoneinfo import Zone",
    "import email.nosuch",
    "import http.nosuch",
):
    try:
        exec(statement)
    except ImportError as error:
        LACKING.append([statement, type(error).__name__])
