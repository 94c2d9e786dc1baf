#!/usr/bin/env python3
"""Compares the runtime requirements that golive reads of real projects with what their installers would read.

usage: compare.py --checkouts DIR [--only TEXT]

Every project of projects.json lies in DIR/OWNER__NAME. Needs a Python that has pip and `packaging`. Prints a line a project,
and every difference; those that `projects.json` explains are marked. The exit code is 1 where one is not explained.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

from installers import Refused, environment, install
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

HERE = Path(__file__).parent


def golive(directories):
    command = ["node", "scripts/run-source.mjs", "conformance/dependencies/read.ts", *directories]
    run = subprocess.run(command, cwd=HERE.parent.parent, capture_output=True, text=True, check=True)
    return {line["directory"]: line for line in map(json.loads, run.stdout.splitlines())}


def same(left, right):
    try:
        return Version(left) == Version(right)
    except (InvalidVersion, TypeError):
        return left == right


def compare(said, truth):
    """Differences as lines: a package that is missing or too many, or has another version."""
    rows = {row["name"]: row for row in said["rows"] if row["kind"] == "runtime" and row["applies"] is not False}
    true = {}
    for one in truth:
        if one["name"] not in true or true[one["name"]]["version"] is None:
            true[one["name"]] = one
    for name in sorted(set(true) - set(rows)):
        other = next((row for row in said["rows"] if row["name"] == name), None)
        yield "missing %s (golive: %s)" % (name, other and "%(kind)s, applies %(applies)s, %(at)s" % other)
    for name in sorted(set(rows) - set(true)):
        yield "extra %s (%s)" % (name, rows[name]["at"])
    for name in sorted(set(rows) & set(true)):
        if not same(rows[name]["version"], true[name]["version"]):
            yield "version of %s: golive %s, installer %s (%s)" % (name, rows[name]["version"], true[name]["version"], rows[name]["at"])
    django = true.get("django", {}).get("version")
    if not same(said["django"]["version"], django):
        yield "Django: golive %s, installer %s" % (said["django"]["version"], django)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkouts", required=True)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    entries = [entry for entry in json.loads((HERE / "projects.json").read_text("utf-8")) if options.only in entry["project"]]
    place = {entry["project"]: str(Path(options.checkouts, entry["project"].replace("/", "__"))) for entry in entries}
    said = golive(list(place.values()))
    open_differences = equal = refused = packages = 0
    for entry in entries:
        here = said[place[entry["project"]]]
        root = Path(place[entry["project"]], entry.get("in", "."))
        try:
            truth = [one for command in entry["install"] for one in install(root, command, environment(entry["python"]))]
        except Refused as refusal:
            told = bool(here["problems"])
            refused += told
            open_differences += not told
            print("%-50s refused: %s\n    golive: %s" % (entry["project"], refusal, "; ".join(here["problems"]) or "says nothing"))
            continue
        packages += len({one["name"] for one in truth})
        differences = list(compare(here, truth))
        explained = entry.get("explained", {})
        left = [line for line in differences if not any(line.startswith(start) for start in explained)]
        open_differences += len(left)
        equal += not differences
        print("%-50s %3d packages, Django %s, Python %s: %s" % (
            entry["project"], len(truth), here["django"]["version"], here["python"]["version"] or here["python"]["series"] or here["python"]["specifier"],
            "equal" if not differences else "%d differ, %d explained" % (len(differences), len(differences) - len(left))))
        for line in differences:
            print("   ", line, "" if line in left else "(explained)")
    print("%d projects, %d packages: %d equal, %d refused by both, %d differences not explained" % (
        len(entries), packages, equal, refused, open_differences))
    return 1 if open_differences else 0


if __name__ == "__main__":
    sys.exit(main())
