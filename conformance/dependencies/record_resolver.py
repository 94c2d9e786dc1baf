#!/usr/bin/env python3
"""Records in resolver.json what pip's own resolver makes of the requirements files below; `resolver.test.ts` holds golive to it.

usage: record_resolver.py       with a Python that has pip; nothing is installed or fetched

Empty wheels are made in a temporary directory, and `pip install --dry-run --no-index -r requirements.txt` is run on each case.
"""

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pip

VERSIONS = """
1.0 1.0.1 1.0.post1 1.1 1.1.5 1.2 1.5 1.9 2.0.dev1 2.0a1 2.0rc1 2.0 2.0.post1 2.1 2.1+local.1 2.1+local.2 2.5 3.0rc1 3.0 4.0 1!1.0 1!1.5
""".split()
WHEELS = {"alpha": VERSIONS, "two-words": VERSIONS, "beta": ["1.0"], "needs-old-alpha": ["1.0"]}
REQUIRES = {"beta": ["alpha>=1; extra == 'alpha'"], "needs-old-alpha": ["alpha<2"]}
EXTRAS = {"alpha": ["x", "y"], "beta": ["alpha"]}


def lines(*text):
    return {"requirements.txt": "".join(line + "\n" for line in text)}


PAIRS = """
==1.0|==1.0
==1.0|==2.0
==1.0|==1.0.0
==1.0|==v1.0
==1.0|== 1.0
==1.0|(==1.1)
==1.0|==1.0.post1
==2.0|==2.0rc1
==1.1|>=1,<2
==1.1|>=2
==1.1|<1.1
==1.1|<=1.1
==1.1|>1.1
==1.1|~=1.0
==2.0|~=1.0
==1.1|~=1.0.0
==1.1|==1.*
==2.1|==1.*
==1.1|!=1.1
==1.1|!=1.*
==1.1|!=1.2
>=2|<2
>2|<=2
>=2|<=2
>=1,<2|>=1.5,<3
>=1,<2|>=2.5,<3
~=1.0|>=2
~=1.0|~=1.0.1
~=1.0|~=2.0
~=1.0.1|~=1.1.1
==1.*|>=2
==1.*|==2.*
==1.0.*|~=1.0
==1.*|<1.0
!=1.1|>=1.1
!=2.0|~=2.0
===1.0|==1.0
===1.0|===2.0
===1.0|>=2
===1.0|==1.0.0
==2.0rc1|>=1
==2.0rc1|>=2.0
==2.0rc1|<2.0
==2.0rc1|<=2.0
==2.0rc1|~=2.0
==2.0a1|>=2.0a1
==2.0.dev1|<2.0a1
>=2.0rc1|<2.0
>=2.0rc1|<2.0rc1
>=2.0rc1|<=2.0
>=2.0a1|<2.0rc1
>2.0a1|<2.0rc1
>=2.0a1|~=1.0
~=2.0rc1|<2.0
>1.0|<1.0.post2
>=1.0|<1.0.post2
>=1.0.post1|<=1.0
==2.0.post1|<=2.0
==2.0.post1|>2.0
==2.0.post1|>=2.0
==2.0.post1|==2.0.*
==2.1+local.1|==2.1
==2.1+local.1|==2.1+local.2
==2.1+local.1|==2.1+LOCAL-1
==2.1+local.1|<=2.1
==2.1+local.1|>2.1
==2.1+local.1|>=2.1
==2.1+local.1|!=2.1
==2.1|!=2.1+local.1
==1!1.0|>=3
==1!1.0|<3
>=1!1.0|<5
>=1!1.0|<1!2
==1!1.*|<1!1.0
~=1!1.0|>=1!2
==1!1.*|>=2
==1.1|
|
>=1|
""".strip("\n").split("\n")

CASES = {
    **{"alpha%s and alpha%s" % tuple(pair.split("|")): lines(*("alpha" + one for one in pair.split("|"))) for pair in PAIRS},
    "another spelling of the same name": lines("two-words==1.0", "Two_Words==2.0"),
    "another spelling, the same version": lines("two-words==1.0", "Two.Words==1.0"),
    "another package": lines("two-words==1.0", "alpha==2.0"),
    "extras of another version": lines("alpha[x]==1.0", "alpha==2.0"),
    "extras of any version": lines("alpha[x]", "alpha==2.0"),
    "two extras of one version": lines("alpha[x]==1.0", "alpha[y]==1.0"),
    "two extras of two versions": lines("alpha[x]==1.0", "alpha[y]==1.1"),
    "markers of which one holds": lines("alpha==1.0; python_version < '3'", "alpha==2.0; python_version >= '3'"),
    "markers that both hold": lines("alpha==1.0; python_version > '3'", "alpha==2.0; python_version >= '3.5'"),
    "a marker of another system": lines("alpha==1.0; sys_platform == 'win32'", "alpha==2.0"),
    "a marker of this system": lines("alpha==1.0; sys_platform == 'linux'", "alpha==2.0"),
    "a marker that asks for an extra": lines("alpha==1.0; extra == 'x'", "alpha==2.0"),
    "three lines of which two exclude each other": lines("alpha>=1", "alpha<2", "alpha==2.0"),
    "three lines that agree": lines("alpha>=1", "alpha<2", "alpha!=1.9"),
    "three lines of which no two exclude each other": lines("alpha>=1.1", "alpha<=1.1", "alpha!=1.1"),
    "a line that excludes itself": lines("alpha>=2,<1"),
    "a line that no release meets": lines("alpha>=99"),
    "a package that nobody has": lines("nowhere==1.0"),
    "a continued line": {"requirements.txt": "alpha\\\n==1.0\nalpha==\\\n2.0\n"},
    "a comment": lines("alpha==1.0 # alpha==2.0", "# alpha==2.0"),
    "an included file": {**lines("-r base.txt", "alpha==2.0"), "base.txt": "alpha==1.0\n"},
    "an included file that agrees": {**lines("-r base.txt", "alpha==1.0"), "base.txt": "alpha>=1.0\n"},
    "two included files": {**lines("-r a.txt", "-r b.txt"), "a.txt": "alpha<2\n", "b.txt": "alpha>=2\n"},
    "a file that is included twice": {**lines("-r a.txt", "-r b.txt"), "a.txt": "-r b.txt\nalpha<2\n", "b.txt": "alpha>=1\n"},
    "a file in a directory": {**lines("-r in/a.txt", "alpha==2.0"), "in/a.txt": "-r b.txt\n", "in/b.txt": "alpha==1.0\n"},
    "a constraint": {**lines("-c limits.txt", "alpha==2.0"), "limits.txt": "alpha==1.0\n"},
    "a constraint that agrees": {**lines("-c limits.txt", "alpha>=1.0"), "limits.txt": "alpha==1.0\n"},
    "a constraint on what is not installed": {**lines("-c limits.txt", "beta"), "limits.txt": "alpha==1.0\nalpha==2.0\n"},
    "two constraints on what is installed": {**lines("-c limits.txt", "alpha"), "limits.txt": "alpha==1.0\nalpha==2.0\n"},
    "a constraint on an extra's line": {**lines("-c limits.txt", "alpha[x]>=2"), "limits.txt": "alpha<2\n"},
    "a constraint with an extra": {**lines("-c limits.txt", "alpha"), "limits.txt": "alpha[x]==1.0\n"},
    "a constraint under a marker": {**lines("-c limits.txt", "alpha==2.0"), "limits.txt": "alpha==1.0; python_version < '3'\n"},
    "a constraint that an included file names": {**lines("-r a.txt", "alpha==2.0"), "a.txt": "-c limits.txt\n", "limits.txt": "alpha<2\n"},
    "a requirement that a constraints file includes": {**lines("-c limits.txt", "alpha==2.0"), "limits.txt": "-r more.txt\n", "more.txt": "alpha<2\n"},
    "a file that is both included and a constraint": {**lines("-r a.txt", "-c a.txt"), "a.txt": "alpha==1.0\n"},
    "what another package asks for": lines("needs-old-alpha", "alpha==2.0"),
    "what an extra of another package asks for": lines("beta[alpha]", "alpha==2.0"),
    "a wheel of another version": lines("./wheels/alpha-1.0-py3-none-any.whl", "alpha==2.0"),
    "a wheel of this version": lines("./wheels/alpha-1.0-py3-none-any.whl", "alpha==1.0"),
}


def make_wheels(home):
    for name, versions in WHEELS.items():
        for version in versions:
            stem = "%s-%s" % (name.replace("-", "_"), version)
            info = stem + ".dist-info"
            provides = "".join("Provides-Extra: %s\n" % extra for extra in EXTRAS.get(name, []))
            requires = "".join("Requires-Dist: %s\n" % one for one in REQUIRES.get(name, []))
            with zipfile.ZipFile(home / (stem + "-py3-none-any.whl"), "w") as wheel:
                wheel.writestr(info + "/METADATA", "Metadata-Version: 2.1\nName: %s\nVersion: %s\n%s%s" % (name, version, provides, requires))
                wheel.writestr(info + "/WHEEL", "Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
                wheel.writestr(info + "/RECORD", "")


def outcome(run):
    """What pip would install, or why it stops."""
    if run.returncode == 0:
        found = re.search(r"^Would install (.*)$", run.stdout, re.M)
        return {"installs": sorted(found[1].split()) if found else []}
    if "ResolutionImpossible" in run.stderr or "conflicting dependencies" in run.stderr:
        return {"refuses": "conflict"}
    return {"refuses": "no release" if "No matching distribution found" in run.stderr else "line"}


def main():
    cases = {}
    for name, files in CASES.items():
        with tempfile.TemporaryDirectory() as home:
            home = Path(home)
            (home / "wheels").mkdir()
            make_wheels(home / "wheels")
            for path, text in files.items():
                (home / path).parent.mkdir(exist_ok=True)
                (home / path).write_text(text, "utf-8")
            command = [sys.executable, "-m", "pip", "install", "--isolated", "--dry-run", "--ignore-installed", "--no-index",
                       "--find-links", "wheels", "--no-cache-dir", "--disable-pip-version-check", "-r", "requirements.txt"]
            env = {"PATH": os.environ["PATH"], "PIP_CONFIG_FILE": os.devnull, "LC_ALL": "C.UTF-8"}
            run = subprocess.run(command, cwd=home, capture_output=True, text=True, env=env)
        cases[name] = {"files": files, **outcome(run)}
    out = {"pip": pip.__version__, "python": platform.python_version(), "cases": cases}
    Path(__file__).with_name("resolver.json").write_text(json.dumps(out, indent=2, ensure_ascii=True) + "\n", encoding="utf-8")
    refused = [name for name, case in cases.items() if "refuses" in case]
    print("%d cases as pip %s resolves them, of which it refuses %d" % (len(cases), pip.__version__, len(refused)))


if __name__ == "__main__":
    main()
