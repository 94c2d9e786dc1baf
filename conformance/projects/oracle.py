"""Asks CPython and Django what a checkout's settings are, in a fresh interpreter, under exactly the given environment.

Each run has namespaces of its own (`unshare`): no network, and the checkout under an overlay that takes what the settings write.
"""

import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from environment import ENVIRONMENT  # noqa: E402, F401
from packages_in import packages_in  # noqa: E402
from record import series_of  # noqa: E402

HANGING = "whether it starts hangs on packages that are not here"
# A view of the project's own cannot be imported while its applications are not loaded.
NEED_APPLICATIONS = {"security.E102"}
MARKER = "\n@@RECORDED@@"
APART = """
mount -t tmpfs tmpfs "$1" && mkdir "$1/written" "$1/work" "$1/$2" && cd "$1" &&
mount -t overlay overlay -o "lowerdir=$3,upperdir=$1/written,workdir=$1/work,userxattr" "$1/$2" && shift 3 && exec "$@"
"""


class Oracle:
    """One interpreter a Python series, one directory a Django series."""

    def __init__(self, pythons, djangos, common):
        self.pythons = pythons
        self.djangos = {series_of(directory): packages_in(directory) for directory in djangos}
        self.common = packages_in(common)

    def python_of(self, series):
        return self.pythons.get("3.10" if series == "3.2" else "3.13")

    def ask(self, checkout, entry, env, **more):
        """What came of an entry of projects.json, or `{"failed": why}` where nothing did."""
        case = {
            "settings": entry["settings"],
            "directory": entry.get("root", ""),
            "declared": entry.get("declared", []),
            "setup": entry.get("setup"),
            "env": env,
            "installed": True,
            **more,
        }
        dated = [os.path.join(self.common, one) for one in entry.get("versions", [])]
        lacking = [path for path in dated if not os.path.isdir(path)]
        if lacking:
            return {"failed": "not here: %s" % ", ".join(os.path.basename(path) for path in lacking)}
        paths = [os.path.abspath(path) for path in (*dated, self.common, self.djangos[entry["django"]])]
        checkout = os.path.realpath(checkout)
        name = os.path.basename(checkout)
        with tempfile.TemporaryDirectory() as scratch:
            apart = ["unshare", "-rnm", "sh", "-c", APART, "sh", scratch, name, checkout]
            python = [self.python_of(entry["django"]), "-I", os.path.join(os.path.dirname(HERE), "observe.py")]
            folder = os.path.join(scratch, name)
            job = json.dumps({"folder": folder, "case": case, "paths": paths})
            try:
                run = subprocess.run([*apart, *python], input=job, capture_output=True, text=True, timeout=120)
            except subprocess.TimeoutExpired:
                return {"failed": "it took too long"}
        if MARKER not in run.stdout:
            return {"failed": run.stderr[-500:]}
        return json.loads(run.stdout.rsplit(MARKER, 1)[1])

    def truth(self, checkout, entry, env):
        """What holds whatever the packages that are not here would have answered; a value that hangs on them is a placeholder."""
        usual = self.ask(checkout, entry, env)
        if "Placeholder" in usual.get("startup", {}).get("error", {"message": ""})["message"]:
            return {"failed": HANGING}
        if "namespace" in usual.get("asked", []):
            return {"failed": "a package that is not here is given all names to change"}
        if not usual.get("asked"):
            return {**usual, "openChecks": sorted(NEED_APPLICATIONS)} if "checks" in usual else usual
        other = self.ask(checkout, entry, env, answers="other")
        if "failed" in other or other["startup"] != usual["startup"]:
            return {"failed": HANGING}
        names = {**usual["settings"], **other["settings"]}
        same = {name: usual["settings"].get(name) for name in names if usual["settings"].get(name) == other["settings"].get(name)}
        hanging = {name: {"$placeholder": "its value hangs on packages that are not here"} for name in names if name not in same}
        return {
            **usual,
            "settings": {**same, **hanging},
            "checks": sorted(set(usual["checks"]) & set(other["checks"])),
            "openChecks": sorted(set(usual["checks"]) ^ set(other["checks"]) | NEED_APPLICATIONS),
        }
