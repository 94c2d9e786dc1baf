#!/usr/bin/env python3
"""Records what Django's loader and checks say of made-up settings: many small ones, right and wrong values mixed.

usage: record_checks.py --django DIR --common DIR [--count N] [--seed N] [--to DIR]      (writes DIR/<series>.json)

The same seed gives the same settings, so that a new recording shows only what Django says differently.
"""

import argparse
import datetime
import json
import math
import os
import pathlib
import random
import sys
import types
import warnings

sys.dont_write_bytecode = True

from check_ids import check_ids, prepare
from made_up import KEY, SOUND, each_value, made_up
from packages_in import packages_in

HERE = os.path.dirname(os.path.abspath(__file__))

def encode(value):
    if isinstance(value, float):
        return {"$float": value if abs(value) < math.inf else repr(value)}
    if isinstance(value, bytes):
        return {"$bytes": value.decode("latin-1")}
    if isinstance(value, pathlib.PurePath):
        return {"$path": str(value)}
    if isinstance(value, datetime.timedelta):
        return {"$timedelta": value.total_seconds()}
    if isinstance(value, dict):
        return {"$dict": [[encode(key), encode(item)] for key, item in value.items()]}
    for kind, name in ((list, "$list"), (tuple, "$tuple"), (set, "$set")):
        if isinstance(value, kind):
            items = sorted(value) if kind is set else value
            return {name: [encode(item) for item in items]}
    return value


def observe(values):
    """What comes of one set, in a process of its own: Django keeps much of what it read."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "w") as pipe:
            json.dump(load(values), pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        seen = pipe.read()
    os.waitpid(child, 0)
    return {**changes(values), **json.loads(seen)}


def changes(values):
    """The settings, or how they differ from sound ones where they have all of those."""
    sound = all(name in values for name in SOUND)
    changed = {name: encode(value) for name, value in values.items() if not sound or name not in SOUND or value is not SOUND[name]}
    return {"sound": True, "changed": changed} if sound else {"changed": changed}


def load(values):
    from django.conf import empty, settings

    module = types.ModuleType("made_up_settings")
    module.__dict__.update(values)
    sys.modules["made_up_settings"] = module
    settings._wrapped = empty
    try:
        settings._setup()
    except Exception as error:
        return {"error": [type(error).__name__, str(error)]}
    shown, silenced = check_ids()
    return {"checks": shown, **({"silenced": silenced} if silenced else {})}


def main():
    parser = argparse.ArgumentParser(description="Record checks of made-up settings.")
    parser.add_argument("--django", required=True)
    parser.add_argument("--common", required=True)
    parser.add_argument("--count", type=int, default=100, help="so many mixtures beside each value of each setting")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--to", default=os.path.join(HERE, "checks"))
    options = parser.parse_args()
    for directory in (options.common, options.django):
        sys.path.insert(0, packages_in(directory))
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = "made_up_settings"
    warnings.simplefilter("ignore")
    import django

    series = "%d.%d" % django.VERSION[:2]
    chance = random.Random(options.seed)
    sys.modules["made_up_settings"] = types.ModuleType("made_up_settings")
    from django.conf import settings

    settings._setup()
    prepare()
    seen = [observe(values) for values in [*each_value(), *(made_up(chance) for _ in range(options.count))]]
    os.makedirs(options.to, exist_ok=True)
    with open(os.path.join(options.to, series + ".json"), "w", encoding="utf-8") as file:
        sound = json.dumps({name: encode(value) for name, value in SOUND.items()})
        lines = ",\n".join(json.dumps(one, ensure_ascii=True) for one in seen)
        file.write('{"sound": %s, "sets": [\n%s\n]}\n' % (sound, lines))
    print("%d sets of settings, Django %s" % (len(seen), series))


if __name__ == "__main__":
    main()
