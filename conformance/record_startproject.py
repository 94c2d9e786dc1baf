#!/usr/bin/env python3
"""Records the files that `django-admin startproject shop` makes, with the key that it made up, and what `check --deploy` says of them.

usage: record_startproject.py --django DIR --common DIR [--to DIR]      (writes DIR/<series>.json)
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

from packages_in import packages_in

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    parser = argparse.ArgumentParser(description="Record a new project.")
    parser.add_argument("--django", required=True)
    parser.add_argument("--common", required=True)
    parser.add_argument("--to", default=os.path.join(HERE, "startproject"))
    options = parser.parse_args()
    paths = [packages_in(directory) for directory in (options.django, options.common)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}

    def run(*arguments, check=True, **more):
        command = [sys.executable, *arguments]
        return subprocess.run(command, env=environment, check=check, capture_output=True, text=True, **more)

    version = run("-c", "import django; print(*django.VERSION[:2], sep='.')").stdout.strip()
    with tempfile.TemporaryDirectory() as directory:
        run("-m", "django", "startproject", "shop", directory)
        files = {}
        for parent, _, names in os.walk(directory):
            for name in names:
                path = os.path.join(parent, name)
                with open(path, encoding="utf-8") as file:
                    files[os.path.relpath(path, directory).replace(os.sep, "/")] = file.read()
        told = run("manage.py", "check", "--deploy", cwd=directory, check=False)
    checks = sorted(set(re.findall(r"\(([a-z0-9_]+\.[EW]\d+)\)", told.stdout + told.stderr)))
    os.makedirs(options.to, exist_ok=True)
    with open(os.path.join(options.to, version + ".json"), "w", encoding="utf-8") as file:
        json.dump({"checks": checks, "files": dict(sorted(files.items()))}, file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
