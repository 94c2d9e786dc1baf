"""What Python's `packaging` says of versions, specifiers, markers and requirements: JSON lines in, JSON lines out.

usage: answer.py [DIR]      DIR holds the package `packaging`; without it, the interpreter's own is asked
"""

import json
import sys

if len(sys.argv) > 1:
    sys.path.insert(0, sys.argv[1])

import packaging
from packaging.markers import InvalidMarker, Marker
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version


def version(text):
    """Its parts, or null."""
    try:
        one = Version(text)
    except InvalidVersion:
        return None
    return {
        "epoch": str(one.epoch),
        "release": [str(number) for number in one.release],
        "pre": "".join(map(str, one.pre)) if one.pre else None,
        "post": None if one.post is None else str(one.post),
        "dev": None if one.dev is None else str(one.dev),
        "local": one.local,
        "prerelease": one.is_prerelease,
    }


def order(left, right):
    """-1, 0 or 1; null where one of them is no version."""
    try:
        left, right = Version(left), Version(right)
    except InvalidVersion:
        return None
    return (left > right) - (left < right)


def meets(specifier, version, prereleases):
    """Whether the version meets it; null where it is no specifier. `prereleases` null: as the specifier itself implies."""
    try:
        one = SpecifierSet(specifier)
    except InvalidSpecifier:
        return None
    return one.contains(version, prereleases=bool(one.prereleases) if prereleases is None else prereleases)


def marker(text, variables, extras):
    """Whether it holds with one of the extras, as pip asks; null for no marker, "error" where `packaging` gives up."""
    try:
        one = Marker(text)
    except (InvalidMarker, SyntaxError, RecursionError):
        return None
    sets = {"extras": set(extras), "dependency_groups": set(extras)}
    try:
        return any([one.evaluate({**variables, **sets, "extra": extra}) for extra in extras or [""]])
    except (ValueError, KeyError, AssertionError, AttributeError, TypeError):
        return "error"


def requirement(text):
    """Its parts, or null."""
    try:
        one = Requirement(text)
    except (InvalidRequirement, InvalidSpecifier, SyntaxError, RecursionError):
        return None
    return {
        "name": canonicalize_name(one.name),
        "extras": sorted({canonicalize_name(extra) for extra in one.extras}),
        "specifier": sorted({str(clause) for clause in one.specifier}),
        "url": one.url,
        "marker": one.marker is not None,
    }


ASK = {"version": version, "order": order, "meets": meets, "marker": marker, "requirement": requirement}


def answer(question):
    """A question is its kind and what it asks of."""
    kind, *about = question
    return ASK[kind](*about)


if __name__ == "__main__":
    print(json.dumps({"packaging": packaging.__version__}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
