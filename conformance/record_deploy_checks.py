#!/usr/bin/env python3
"""Records which checks Django registers for deployment: those that `check --deploy` runs and plain `check` does not.

usage: record_deploy_checks.py --django DIR --common DIR [--to FILE]      (sets the entry of that series in FILE)

A check function does not say which ids it gives, so they are read from what its code names.
"""

import argparse
import json
import os
import re
import sys
import types

sys.dont_write_bytecode = True

from packages_in import packages_in

HERE = os.path.dirname(os.path.abspath(__file__))
ID = re.compile(r"[a-z0-9_]+\.[EWID]\d{3}")


def ids_of(function, seen):
    """The ids in the texts of a function, in the messages and the functions of its own module that it names."""
    if function in seen:
        return set()
    seen.add(function)
    found = set()
    codes = [function.__code__]
    while codes:
        code = codes.pop()
        codes.extend(constant for constant in code.co_consts if isinstance(constant, types.CodeType))
        found.update(constant for constant in code.co_consts if isinstance(constant, str) and ID.fullmatch(constant))
        for name in code.co_names:
            value = function.__globals__.get(name)
            if isinstance(getattr(value, "id", None), str):
                found.add(value.id)
            elif isinstance(value, types.FunctionType) and value.__module__ == function.__module__:
                found |= ids_of(value, seen)
    return found


def main():
    parser = argparse.ArgumentParser(description="Record which checks are those of a deployment.")
    parser.add_argument("--django", required=True)
    parser.add_argument("--common", required=True)
    parser.add_argument("--to", default=os.path.join(HERE, "deploy-checks.json"))
    options = parser.parse_args()
    for directory in (options.common, options.django):
        sys.path.insert(0, packages_in(directory))
    from check_ids import APPLICATIONS, stand_in_for_pytz

    stand_in_for_pytz()
    import django
    from django.conf import settings

    settings.configure(SECRET_KEY="any", INSTALLED_APPS=APPLICATIONS)
    django.setup()
    from django.core.checks.registry import registry

    ids = set()
    for check in registry.deployment_checks:
        ids |= ids_of(check, set())
    recorded = {}
    if os.path.exists(options.to):
        with open(options.to, encoding="utf-8") as file:
            recorded = json.load(file)
    recorded["%d.%d" % django.VERSION[:2]] = sorted(ids)
    with open(options.to, "w", encoding="utf-8") as file:
        json.dump(dict(sorted(recorded.items())), file, indent=2)
        file.write("\n")


if __name__ == "__main__":
    main()
