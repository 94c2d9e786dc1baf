#!/usr/bin/env python3
"""Writes the entries of projects.json for checkouts: where their settings are and what they have to be given.

usage: describe.py (the options of compare.py) --set SET OWNER/NAME@COMMIT[=MODULE] …

golive's discovery names the settings module unless MODULE does; the variables that its contract calls required are given
plausible values, and so is what CPython asks for until the settings start. Values that a person put into an entry stay.
"""

import argparse
import functools
import json
import os
import re
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor

from oracle import HERE, Oracle

FILE = os.path.join(HERE, "projects.json")
ALWAYS = {
    "DEBUG": "False",
    "SECRET_KEY": "k3y-0f-4-l0ng-r4nd0m-t3xt-th4t-n0b0dy-c4n-gu3ss-51f8a",
    "DJANGO_SECRET_KEY": "k3y-0f-4-l0ng-r4nd0m-t3xt-th4t-n0b0dy-c4n-gu3ss-51f8a",
    "ALLOWED_HOSTS": "shop.acme.io",
    "DATABASE_URL": "postgres://u:p@db:5432/app",
    "REDIS_URL": "redis://cache:6379/0",
}
BY_NAME = [
    (r"DEBUG|USE_|ENABLE|_TLS|_SSL|IS_", "True"),
    (r"PORT$", "5432"),
    (r"SECRET|_KEY$|TOKEN", "k3y-0f-4-l0ng-r4nd0m-t3xt-th4t-n0b0dy-c4n-gu3ss-51f8a"),
    (r"EMAIL_URL", "smtp://u:p@mail:25"),
    (r"CACHE_URL|REDIS|BROKER|CELERY", "redis://cache:6379/0"),
    (r"DATABASE_URL|DB_URL", "postgres://u:p@db:5432/app"),
    (r"SENTRY_DSN|DSN$", "https://abc@errors.acme.io/1"),
    (r"ORIGIN|_URL$|_URI$", "https://shop.acme.io"),
    (r"HOSTS?$|DOMAIN|SERVER", "shop.acme.io"),
    (r"ENGINE", "django.db.backends.postgresql"),
    (r"EMAIL|FROM|SENDER", "shop@acme.io"),
    (r"TIMEOUT|SECONDS|_AGE$|DAYS|MINUTES|SIZE|LIMIT|COUNT|NUM|MAX|MIN|LIFETIME|_ID$", "15"),
]
ASKED = [
    r"^'(\w+)'$",
    r"Set the (\w+) environment variable",
    r"^(\w+) not found\. Declare it as envvar",
    r"[Ee]nvironment variable \W?(\w+)\W? (?:is )?(?:not set|missing|required)",
]
MANIFEST = re.compile(r"(requirements.*|constraints.*)\.(txt|in)$|pyproject\.toml$|Pipfile$|setup\.(py|cfg)$|poetry\.lock$|environment\.ya?ml$")
NOT_SERVED = re.compile(r"dev|test|local|docs?\b|lint|ci\b", re.I)


def plausible(name):
    return ALWAYS.get(name) or next((value for pattern, value in BY_NAME if re.search(pattern, name)), "given")


def discovered(command, checkout, module):
    """What golive says of the module it takes for production, or of the one that is named; None where there are no settings."""
    named = ["--settings", module] if module else []
    run = subprocess.run([*shlex.split(command), "settings", checkout, *named, "--json"], capture_output=True, text=True)
    return json.loads(run.stdout) if run.returncode == 0 else None


def root_of(module, path):
    """The directory from which the module of that file is imported."""
    inside = module.replace(".", "/")
    return next(path[: -len(end)].rstrip("/") for end in (inside + ".py", inside + "/__init__.py") if path.endswith(end))


def path_of(checkout, module):
    """The file of a module, the one nearest to the top."""
    inside = module.replace(".", "/")
    found = []
    for folder, folders, files in os.walk(checkout):
        folders[:] = [name for name in folders if name not in (".git", "node_modules", "site-packages")]
        for end in (inside + ".py", inside + "/__init__.py"):
            path = os.path.relpath(os.path.join(folder, end), checkout)
            if os.path.isfile(os.path.join(folder, end)):
                found.append(path)
    return min(found, key=lambda path: (path.count("/"), path), default=None)


def nearest(series, others):
    number = lambda text: tuple(map(int, text.split(".")[:2]))  # noqa: E731
    later = [one for one in others if number(one) >= number(series)]
    return min(later or others, key=number) if later else max(others, key=number)


@functools.cache
def distributions():
    """Distributions by import name, where they are named otherwise."""
    path = os.path.join(HERE, "../../packages/python-deps/src/data/import-names.ts")
    with open(path, encoding="utf-8") as file:
        return {name: names.split() for name, names in re.findall(r"^  '?([\w.]+)'?: '([^']+)'", file.read(), re.M)}


@functools.cache
def manifests(checkout):
    """All words of the manifests for the server, as distributions are named."""
    words = set()
    for folder, folders, files in os.walk(checkout):
        folders[:] = [name for name in folders if name not in (".git", "node_modules", "site-packages")]
        for name in files:
            path = os.path.relpath(os.path.join(folder, name), checkout)
            if MANIFEST.search(path) and not NOT_SERVED.search(path):
                with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                    for line in file:
                        words.update(plain(word) for word in re.findall(r"[\w.-]+", line.split("#")[0]))
    return words


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(checkout, top):
    """Whether a manifest for the server names a distribution that gives the module."""
    name = plain(top)
    return not manifests(checkout).isdisjoint(distributions().get(top, [name, "django-" + name, "python-" + name]))


def describe(entry, checkout, oracle, command):
    """An entry with all that it lacks; None where no settings are found."""
    found = discovered(command, checkout, entry.get("settings"))
    path = found and path_of(checkout, found["module"])
    if path is None:
        return None
    django = nearest(found["django"], list(oracle.djangos))
    entry = {"settings": found["module"], "root": root_of(found["module"], path), "django": django, **entry}
    given = {**ALWAYS, **entry.get("given", {})}
    new = [one["name"] for one in found["environment"] if one["required"] and one["name"] not in given]
    while True:
        given.update((name, plausible(name)) for name in new)
        true = oracle.ask(checkout, entry, given)
        waited = [top for top in true.get("waitedFor", []) if declared(checkout, top)]
        if waited:
            entry["declared"] = sorted({*entry.get("declared", []), *waited})
            continue
        message = true.get("startup", {}).get("error", {"message": ""})["message"]
        asked = [match[1] for pattern in ASKED if (match := re.search(pattern, message))]
        new = [name for name in asked if name not in given]
        if not new:
            return {**entry, "given": given}


def main():
    parser = argparse.ArgumentParser(description="Describe checkouts in projects.json.")
    for name in ("--checkouts", "--common", "--golive", "--set"):
        parser.add_argument(name, required=True)
    parser.add_argument("--django", action="append", required=True)
    parser.add_argument("--python", action="append", required=True)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("projects", nargs="+")
    options = parser.parse_args()
    oracle = Oracle(dict(one.split("=", 1) for one in options.python), options.django, options.common)
    known = {}
    if os.path.exists(FILE):
        with open(FILE, encoding="utf-8") as file:
            known = {one["name"]: one for one in json.load(file)}

    def one(text):
        name, commit, module = re.fullmatch(r"([^@]+)@([^=]+)=?(.*)", text).groups()
        entry = known.get(name) or {"name": name, "commit": commit, "set": options.set, **({"settings": module} if module else {})}
        return name, describe(entry, os.path.join(options.checkouts, name.replace("/", "__", 1)), oracle, options.golive)

    with ThreadPoolExecutor(options.jobs) as pool:
        for name, entry in pool.map(one, options.projects):
            if entry is None:
                print("no settings: %s" % name, flush=True)
                continue
            known[name] = entry
            with open(FILE, "w", encoding="utf-8") as file:
                json.dump(list(known.values()), file, indent=1)
                file.write("\n")


if __name__ == "__main__":
    main()
