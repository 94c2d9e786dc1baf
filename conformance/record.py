#!/usr/bin/env python3
"""Records what CPython and Django make of every case, so that golive can be held to it without either.

usage: record.py --django DIR [--django DIR ...] --common DIR [--only TEXT] [CASE ...]

A case is a folder with `case.json` beside its files:
    settings   the settings module, "config.settings" unless said otherwise
    django     the series whose defaults, loader and checks apply, "5.2" unless said otherwise
    env        the environment, and nothing else is in it
    declared   import names of packages that count as installed
    directory  where imports start, "" for the case's own folder
    unknown    settings that golive may leave unknown (it must give a reason)
    note       why the case is there

Each --django names a directory that has a `django` package (or a Debian package's tree around one); --common one
with the settings helpers that cases import. A case whose series is not among them is left as it is. The settings are
really imported: run this only on cases you have read, and without a network (`unshare -rn`).
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def packages(directory):
    """The directory to put on sys.path: itself, or Debian's place for packages inside it."""
    inside = os.path.join(directory, "usr/lib/python3/dist-packages")
    return inside if os.path.isdir(inside) else directory


def series_of(directory):
    text = open(os.path.join(packages(directory), "django", "__init__.py"), encoding="utf-8").read()
    numbers = text.split("VERSION = (", 1)[1].split(",")
    return "%d.%d" % (int(numbers[0]), int(numbers[1]))


def all_cases():
    found = []
    for folder, _, files in os.walk(os.path.join(HERE, "cases")):
        if "case.json" in files:
            found.append(folder)
    return sorted(found)


def main():
    parser = argparse.ArgumentParser(description="Record conformance cases.")
    parser.add_argument("--django", action="append", default=[], required=True)
    parser.add_argument("--common", required=True)
    parser.add_argument("--only", default="", help="only series or paths with this text")
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    by_series = {series_of(directory): packages(directory) for directory in options.django}
    folders = [os.path.abspath(case) for case in options.cases] or all_cases()
    failures = 0
    for folder in folders:
        with open(os.path.join(folder, "case.json"), encoding="utf-8") as file:
            case = json.load(file)
        series = case.get("django", "5.2")
        if options.only and options.only not in folder and options.only != series:
            continue
        if series not in by_series:
            print("left as it is, no Django %s: %s" % (series, os.path.relpath(folder, HERE)))
            continue
        paths = [os.path.abspath(path) for path in (packages(options.common), by_series[series])]
        with tempfile.TemporaryDirectory() as scratch:
            # Settings may make directories: they do it in a copy, which holds what golive will see.
            copy = shutil.copytree(folder, os.path.join(scratch, "case"), ignore=shutil.ignore_patterns("*.pyc", "expected.json"))
            os.remove(os.path.join(copy, "case.json"))
            job = {"folder": copy, "case": case, "paths": paths}
            run = subprocess.run(
                [sys.executable, "-I", os.path.join(HERE, "observe.py")],
                input=json.dumps(job), capture_output=True, text=True, timeout=60,
            )
        marker = "\n@@RECORDED@@"
        if marker not in run.stdout:
            failures += 1
            print("FAILED %s\n%s" % (folder, run.stderr[-2000:]))
            continue
        truth = json.loads(run.stdout.split(marker, 1)[1])
        with open(os.path.join(folder, "expected.json"), "w", encoding="utf-8") as file:
            json.dump(truth, file, indent=1, ensure_ascii=True)
            file.write("\n")
    print("%d cases, %d failed" % (len(folders), failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
