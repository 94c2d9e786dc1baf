#!/usr/bin/env python3
"""Compares what golive says of real projects' settings with what CPython and Django make of them.

usage: compare.py --checkouts DIR --django DIR [--django DIR ...] --common DIR --python 3.13=FILE [--python 3.10=FILE]
                  --golive COMMAND [--jobs N] [--only TEXT] [--report FILE]

Every project of projects.json lies in DIR/OWNER__NAME. The settings are really imported, each without a
network and on an overlay of its own (see oracle.py). Prints a table; --report writes every difference as JSON.
"""

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from oracle import ENVIRONMENT, HERE, Oracle

COLUMNS = ["equal", "unknown", "partly", "wrong", "missing", "extra"]


def golive_says(command, checkout, entry, env):
    options = ["--settings", entry["settings"], "--django", entry["django"]]
    for name, value in {**ENVIRONMENT, **env}.items():
        options += ["--env", "%s=%s" % (name, value)]
    run = subprocess.run(
        [*shlex.split(command), "settings", checkout, *options, "--target", "none", "--strict", "--reveal", "--json"],
        capture_output=True, text=True, timeout=300,
    )
    if run.returncode != 0:
        return {"failed": (run.stderr or run.stdout)[-500:]}
    return json.loads(run.stdout)


def is_kind(value, kind):
    return isinstance(value, dict) and kind in value


def agrees(said, true):
    """`equal`, `partly` where golive leaves some of it open, or `wrong`. What a package that is not here gave is not asked for."""
    if is_kind(true, "$placeholder"):
        return "equal"
    if is_kind(said, "$unknown"):
        return "partly"
    if is_kind(true, "$float") or isinstance(said, float):
        number = float(true["$float"]) if is_kind(true, "$float") else true
        other = float(said["$float"]) if is_kind(said, "$float") else said
        same = isinstance(other, (int, float)) and (number == other or number != number and other != other)
        return "equal" if same else "wrong"
    if is_kind(true, "$int") or is_kind(said, "$int"):
        return "equal" if said == true else "wrong"
    if isinstance(true, dict):
        if not isinstance(said, dict) or set(said) != set(true):
            return "wrong"
        [(kind, inside)] = true.items()
        return lists_agree(said[kind], inside) if isinstance(inside, list) else "equal" if said == true else "wrong"
    if isinstance(true, list):
        return lists_agree(said, true)
    return "equal" if type(said) is type(true) and said == true else "wrong"


def lists_agree(said, true):
    if not isinstance(said, list):
        return "wrong"
    # One unknown item may stand for any number of them.
    if len(said) != len(true):
        return "partly" if any(is_kind(item, "$unknown") for item in said) else "wrong"
    found = {agrees(one, other) for one, other in zip(said, true)}
    return "wrong" if "wrong" in found else "partly" if "partly" in found else "equal"


def of_setting(said, true):
    if said is None:
        return "missing"
    if not said["known"]:
        return "unknown"
    return agrees(said["value"], true)


def startup_of(said, true):
    """`equal`, `unknown`, or what differs."""
    ours, theirs = said["startup"], true["startup"]
    if ours["ok"] is None:
        return "unknown"
    if ours["ok"] != theirs["ok"]:
        return "wrong"
    if ours["ok"]:
        return "equal"
    ours, theirs = ours["error"], theirs["error"]
    keys = ["type"] if theirs["type"] in ("SyntaxError", "IndentationError", "TabError") else ["type", "message"]
    keys += ["path", "line"] if theirs["path"] else []
    # Where a package is installed, golive does not know.
    theirs = {**theirs, "message": re.sub(r" \((/.*|unknown location)\)$", "", theirs["message"])}
    return "equal" if all(ours[key] == theirs[key] for key in keys) else "wrong"


def compare(checkout, entry, env, oracle, command):
    """The counts of one project under one environment, and every difference."""
    true = oracle.truth(checkout, entry, env)
    said = golive_says(command, checkout, entry, env)
    if "failed" in true or "failed" in said:
        return {"failed": {"truth": true.get("failed"), "golive": said.get("failed")}}
    counts = dict.fromkeys(COLUMNS, 0)
    differences = []
    start = startup_of(said, true)
    if start != "equal":
        differences.append({"what": "start-up", "is": start, "said": said["startup"], "true": true["startup"]})
    if true["startup"]["ok"] and said["startup"]["ok"] is not False:
        ours = {name: one for name, one in said["settings"].items() if one["origin"] == "assigned"}
        for name, value in sorted(true["settings"].items()):
            if is_kind(value, "$placeholder"):
                ours.pop(name, None)
                continue
            found = of_setting(ours.pop(name, None), value)
            counts[found] += 1
            if found != "equal":
                differences.append({"what": name, "is": found, "said": said["settings"].get(name), "true": value})
        if entry.get("setup") != "configurations":  # which writes Django's defaults as well
            counts["extra"] = len(ours)
            differences += [{"what": name, "is": "extra", "said": one} for name, one in ours.items()]
    checks = "-"
    if true["startup"]["ok"] and said["startup"]["ok"]:
        open_checks = {one["id"] for one in said["undecided"]} | set(true.get("openChecks", []))
        odd = (set(said["checks"]) ^ set(true["checks"])) - open_checks
        odd |= (set(said["silenced"]) ^ set(true["silenced"])) - open_checks
        checks = "wrong" if odd else "equal"
        if odd:
            differences.append({"what": "checks", "is": "wrong", "said": said["checks"], "true": true["checks"], "odd": sorted(odd)})
    return {"counts": counts, "startup": start, "checks": checks, "undecided": said["undecided"], "differences": differences}


def row(name, environment, result):
    if "failed" in result:
        why = result["failed"]["truth"] or result["failed"]["golive"]
        return [name, environment, *["-"] * len(COLUMNS), "left out: " + " ".join(why.split())[-70:], "-"]
    return [name, environment, *result["counts"].values(), result["startup"], result["checks"]]


def totals(title, results):
    counted = [result for result in results if "failed" not in result]
    sums = [sum(result["counts"][column] for result in counted) for column in COLUMNS]
    said = lambda key: "%d of %d" % (  # noqa: E731
        sum(result[key] == "equal" for result in counted), sum(result[key] != "-" for result in counted)
    )
    return ["**%s**" % title, "%d runs" % len(counted), *sums, said("startup"), said("checks")]


def table(rows):
    head = ["project", "environment", *COLUMNS, "start-up", "checks"]
    return "\n".join("| %s |" % " | ".join(map(str, one)) for one in [head, ["---"] * len(head), *rows])


def main():
    parser = argparse.ArgumentParser(description="Compare golive with CPython and Django on real projects.")
    parser.add_argument("--checkouts", required=True)
    parser.add_argument("--django", action="append", required=True)
    parser.add_argument("--common", required=True)
    parser.add_argument("--python", action="append", required=True, help="SERIES=FILE")
    parser.add_argument("--golive", required=True, help="the command, for example `node packages/cli/bin/golive.js`")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", default="")
    parser.add_argument("--report")
    options = parser.parse_args()
    oracle = Oracle(dict(one.split("=", 1) for one in options.python), options.django, options.common)
    with open(os.path.join(HERE, "projects.json"), encoding="utf-8") as file:
        projects = [one for one in json.load(file) if options.only in one["name"]]
    runs = []
    for entry in projects:
        checkout = os.path.join(options.checkouts, entry["name"].replace("/", "__", 1))
        if not os.path.isdir(checkout):
            print("not here: %s" % checkout, file=sys.stderr)
            continue
        runs += [(entry, "nothing", {}, checkout), (entry, "given", entry["given"], checkout)]
    with ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(lambda run: compare(run[3], run[0], run[2], oracle, options.golive), runs))
    rows = [row(entry["name"], environment, result) for (entry, environment, *_), result in zip(runs, results)]
    for title in dict.fromkeys(entry["set"] for entry in projects):
        rows.append(totals(title, [result for run, result in zip(runs, results) if run[0]["set"] == title]))
    print(table([*rows, totals("all", results)]))
    if options.report:
        named = [{"project": run[0]["name"], "environment": run[1], **result} for run, result in zip(runs, results)]
        with open(options.report, "w", encoding="utf-8") as file:
            json.dump(named, file, indent=1)
    bad = any("failed" not in one and (one["counts"]["wrong"] or "wrong" in (one["startup"], one["checks"])) for one in results)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
