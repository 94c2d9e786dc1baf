#!/usr/bin/env python3
"""Records what CPython and Django make of every case, so that golive can be held to it without either.

usage: record.py --django DIR [--django DIR ...] --common DIR [--only TEXT] [CASE ...]

A case is one file, `cases/<theme>/<case>.py`, with what came of it in `<case>.expected.json` beside it. The file is the settings
module `config.settings`; a line `# --- path ---` begins another file of the case. Its first lines give what it asks for, such as
`# env: NAME=value` (one variable a line) or `# unknown: A, B`. Or a case is a folder with `case.json` beside its files:
    settings   the settings module, "config.settings" unless said otherwise
    python     the series of CPython, "3.13" ("3.10" for Django 3.2) unless said otherwise
    django     the series whose defaults, loader and checks apply, "5.2" unless said otherwise
    env        the environment, and nothing else is in it
    declared   import names of packages that count as installed
    setup      "configurations" where `configurations.setup()` comes before the settings are imported; of Django's defaults,
               which it writes into the module, only those are recorded that the chosen class says or changes;
               "dynaconf" where dynaconf takes the place of Django's settings: the values are those that it holds in the end
    version    a package as of one version, "environs==9.5.0"; otherwise the newest
    directory  where imports start, "" for the case's own folder
    unknown    settings that golive may leave unknown (it must give a reason)
    note       what the case specifies, in one sentence; every case has one

Each --django names a directory that has a `django` package (or a Debian package's tree around one); --common one
with the settings helpers that cases import, and inside it, under `environs==9.5.0`, those of a certain version. A case whose series is not among them is left as it is. The settings are
really imported: run this only on cases you have read, and without a network (`unshare -rn`).
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

from packages_in import packages_in

HERE = os.path.dirname(os.path.abspath(__file__))
CASES = os.path.join(HERE, "cases")


def series_of(directory):
    text = open(os.path.join(packages_in(directory), "django", "__init__.py"), encoding="utf-8").read()
    numbers = text.split("VERSION = (", 1)[1].split(",")
    return "%d.%d" % (int(numbers[0]), int(numbers[1]))


def all_cases():
    found = []
    for folder, _, files in os.walk(CASES):
        if "case.json" in files:
            found.append(folder)
        if os.path.dirname(folder) == CASES:
            found += [os.path.join(folder, name) for name in files if name.endswith(".py")]
    return sorted(found)


OPTION = re.compile(r"# (env|python|django|settings|declared|setup|version|directory|unknown|note): ?(.*)")


def options_of(text):
    """What the first comment lines of a case in one file ask for."""
    options = {"env": {}}
    for line in text.split("\n"):
        found = OPTION.fullmatch(line)
        if not found:
            break
        word, value = found.groups()
        if word == "env":
            name, _, content = value.partition("=")
            options["env"][name] = content
        else:
            options[word] = re.split(r",\s*", value) if word in ("declared", "unknown") else value
    return options


def read_case(case):
    if not case.endswith(".py"):
        with open(os.path.join(case, "case.json"), encoding="utf-8") as file:
            return json.load(file)
    with open(case, encoding="utf-8", newline="") as file:
        return options_of(file.read())


def lay_out(case, copy):
    """The files of a case, in a directory of their own: settings may make directories there."""
    if not case.endswith(".py"):
        shutil.copytree(case, copy, ignore=shutil.ignore_patterns("*.pyc", "expected.json", "case.json"))
        return
    with open(case, encoding="utf-8", newline="") as file:
        first, *rest = re.split(r"^# --- (\S+) ---\n", file.read(), flags=re.M)
    files = {"config/__init__.py": "", "config/settings.py": first, **dict(zip(rest[::2], rest[1::2]))}
    for path, text in files.items():
        place = os.path.join(copy, path)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w", encoding="utf-8", newline="") as file:
            file.write(text)


def expected_path(case):
    return case[: -len(".py")] + ".expected.json" if case.endswith(".py") else os.path.join(case, "expected.json")


def record(case, by_series, common):
    """Write what came of one case; gives what went wrong, or None."""
    options = read_case(case)
    series = options.get("django", "5.2")
    python = options.get("python", "3.10" if series == "3.2" else "3.13")
    if series not in by_series or python != "%d.%d" % sys.version_info[:2]:
        print("left as it is, wants Python %s and Django %s: %s" % (python, series, os.path.relpath(case, HERE)))
        return None
    dated = [os.path.join(common, options["version"])] if "version" in options else []
    if dated and not os.path.isdir(dated[0]):
        print("left as it is, wants %s: %s" % (options["version"], os.path.relpath(case, HERE)))
        return None
    paths = [os.path.abspath(path) for path in (*dated, packages_in(common), by_series[series])]
    with tempfile.TemporaryDirectory() as scratch:
        copy = os.path.join(scratch, "case")
        lay_out(case, copy)
        run = subprocess.run(
            [sys.executable, "-I", os.path.join(HERE, "observe.py")],
            input=json.dumps({"folder": copy, "case": options, "paths": paths}),
            capture_output=True, text=True, timeout=60,
        )
    marker = "\n@@RECORDED@@"
    if marker not in run.stdout:
        return run.stderr[-2000:]
    with open(expected_path(case), "w", encoding="utf-8") as file:
        json.dump(json.loads(run.stdout.split(marker, 1)[1]), file, indent=1, ensure_ascii=True)
        file.write("\n")
    return None


def main():
    parser = argparse.ArgumentParser(description="Record conformance cases.")
    parser.add_argument("--django", action="append", default=[], required=True)
    parser.add_argument("--common", required=True)
    parser.add_argument("--only", default="", help="only series or paths with this text")
    parser.add_argument("cases", nargs="*")
    options = parser.parse_args()
    by_series = {series_of(directory): packages_in(directory) for directory in options.django}
    cases = [os.path.abspath(case) for case in options.cases] or all_cases()
    chosen = [case for case in cases if options.only in case or options.only == read_case(case).get("django", "5.2")]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(lambda case: record(case, by_series, options.common), chosen))
    failures = 0
    for case, failure in zip(chosen, outcomes):
        if failure is not None:
            failures += 1
            print("FAILED %s\n%s" % (case, failure))
    print("%d cases, %d failed" % (len(chosen), failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
