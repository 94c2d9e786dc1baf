"""What Python's own installers would read of a project: pip by its own parser, locks by tomllib and `packaging`.

Nothing is installed and nothing of a project is run.
"""

import json
import os
import tomllib
from pathlib import Path

from packaging.dependency_groups import resolve_dependency_groups
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pip._internal.exceptions import InstallationError
from pip._internal.models.link import Link
from pip._internal.req.constructors import install_req_from_parsed_requirement
from pip._internal.req.req_file import parse_requirements


class Refused(Exception):
    """The installer stops at what it reads."""


def environment(python):
    full = python if python.count(".") == 2 else python + ".9"
    return {
        "implementation_name": "cpython", "implementation_version": full, "os_name": "posix", "platform_machine": "x86_64",
        "platform_release": "6.1.0", "platform_system": "Linux", "platform_version": "#1", "python_full_version": full,
        "platform_python_implementation": "CPython", "python_version": ".".join(full.split(".")[:2]), "sys_platform": "linux",
    }


def holds(marker, env, extras=()):
    """As an installer asks: with each extra in turn, or with none."""
    if not marker:
        return True
    marker = Marker(str(marker))
    return any(marker.evaluate({**env, "extra": extra, "extras": set(extras), "dependency_groups": set(extras)}) for extra in extras or [""])


def row(name, version=None, specifier="", url=None):
    return {"name": canonicalize_name(name), "version": version, "specifier": specifier, "url": url}


def of_requirement(req):
    pins = [clause.version for clause in req.specifier if clause.operator in ("==", "===") and not clause.version.endswith(".*")]
    return row(req.name, pins[0] if pins else None, str(req.specifier), req.url)


def pip(root, args, env):
    """`pip install ARGS` in a directory: `-r FILE`, names, `.` or `.[extra]` for the project itself, and its groups."""
    rows = []
    args = list(args)
    while args:
        arg = args.pop(0)
        if arg == "-r":
            rows += requirements_file(root, args.pop(0), env)
        elif arg == "--group":
            rows += group(root, args.pop(0), env)
        elif arg.startswith("."):
            rows += pyproject(root, arg[2:-1].split(",") if "[" in arg else [], env)
        else:
            rows.append(of_requirement(Requirement(arg)))
    return rows


def requirements_file(root, path, env):
    rows = []
    here = os.getcwd()
    os.chdir(root)
    try:
        for parsed in parse_requirements(path, session=None):
            if parsed.constraint:
                continue
            wanted = install_req_from_parsed_requirement(parsed)
            if wanted.markers and not holds(wanted.markers, env):
                continue
            if wanted.req is not None:
                one = of_requirement(wanted.req)
                link = wanted.link
                rows.append({**one, "url": one["url"] or (link.url if isinstance(link, Link) and not link.is_wheel else None)})
    except InstallationError as error:
        raise Refused(str(error).splitlines()[0]) from error
    finally:
        os.chdir(here)
    return rows


def pyproject(root, extras, env):
    """The project's own requirements, with extras of it, as metadata would say them."""
    project = tomllib.loads(Path(root, "pyproject.toml").read_text("utf-8"))["project"]
    lists = [project.get("dependencies", [])] + [project.get("optional-dependencies", {})[extra] for extra in extras]
    wanted = [Requirement(text) for one in lists for text in one]
    return [of_requirement(req) for req in wanted if holds(req.marker, env) and canonicalize_name(req.name) != canonicalize_name(project["name"])]


def group(root, name, env):
    groups = tomllib.loads(Path(root, "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    wanted = [Requirement(text) for text in resolve_dependency_groups(groups, name)]
    return [of_requirement(req) for req in wanted if holds(req.marker, env)]


def uv(root, args, env):
    """`uv sync ARGS`: what `uv.lock` leads to from the project, its extras and groups (`--extra X`, `--all-extras`, `--group X`)."""
    lock = tomllib.loads(Path(root, "uv.lock").read_text("utf-8"))
    packages = {}
    for one in lock["package"]:
        if all(not holds(marker, env) for marker in one.get("resolution-markers", [])) and one.get("resolution-markers"):
            continue
        packages.setdefault(one["name"], []).append(one)
    own = [one for one in lock["package"] if one["source"].get("editable") == "." or one["source"].get("virtual") == "."]
    start = own[0]
    wanted = list(start.get("dependencies", []))
    names = [args[index + 1] for index, arg in enumerate(args) if arg in ("--extra", "--group")]
    for name, edges in {**start.get("optional-dependencies", {}), **start.get("dev-dependencies", {})}.items():
        if name in names or ("--all-extras" in args and name in start.get("optional-dependencies", {})):
            wanted += edges
    found, seen = {}, set()
    while wanted:
        edge = wanted.pop()
        if "marker" in edge and not holds(edge["marker"], env, names):
            continue
        for one in packages.get(edge["name"], []):
            if "version" in edge and one.get("version") != edge["version"]:
                continue
            if one is not start:
                found[one["name"]] = row(one["name"], one.get("version"), url=one["source"].get("git"))
            for extra in [None, *edge.get("extra", [])]:
                if (one["name"], one.get("version"), extra) not in seen:
                    seen.add((one["name"], one.get("version"), extra))
                    wanted += one.get("dependencies", []) if extra is None else one.get("optional-dependencies", {}).get(extra, [])
    return list(found.values())


def poetry(root, args, env):
    """`poetry install --only main ARGS`: what poetry.lock says of the main group, or leads to from it where it does not say."""
    lock = tomllib.loads(Path(root, "poetry.lock").read_text("utf-8"))
    extras = [args[index + 1] for index, arg in enumerate(args) if arg == "--extras"]
    packages = {canonicalize_name(one["name"]): one for one in lock["package"] if holds(own_marker(one), env, extras)}
    start = tomllib.loads(Path(root, "pyproject.toml").read_text("utf-8"))
    table = start.get("tool", {}).get("poetry", {}).get("dependencies", {})
    wanted = [canonicalize_name(name) for name, value in table.items() if name != "python" and not (isinstance(value, dict) and value.get("optional"))]
    wanted += [canonicalize_name(Requirement(text).name) for text in start.get("project", {}).get("dependencies", [])]
    found = {}
    while wanted:
        one = packages.get(wanted.pop())
        if one is None or one["name"] in found:
            continue
        found[one["name"]] = row(one["name"], one["version"], url=one.get("source", {}).get("url") if one.get("source", {}).get("type") == "git" else None)
        for name, value in one.get("dependencies", {}).items():
            ways = value if isinstance(value, list) else [value]
            if any(not isinstance(way, dict) or (not way.get("optional") and holds(way.get("markers"), env, extras)) for way in ways):
                wanted.append(canonicalize_name(name))
            # An extra that is asked for brings what it names.
        for name, value in one.get("dependencies", {}).items():
            ways = value if isinstance(value, list) else [value]
            for way in ways:
                for extra in way.get("extras", []) if isinstance(way, dict) else []:
                    wanted += extra_of(packages.get(canonicalize_name(name)), extra)
    for name, value in table.items():
        for extra in value.get("extras", []) if isinstance(value, dict) else []:
            brought = [one for one in extra_of(packages.get(canonicalize_name(name)), extra) if one in packages and one not in found]
            for other in brought:
                found[other] = row(other, packages[other]["version"])
    return list(found.values())


def own_marker(package):
    marker = package.get("markers")
    return marker.get("main") if isinstance(marker, dict) else marker


def extra_of(package, extra):
    lines = (package or {}).get("extras", {}).get(extra, [])
    return [canonicalize_name(line.split(" ")[0].split("[")[0].split(";")[0].split("(")[0].strip()) for line in lines]


def pipenv(root, args, env):
    """`pipenv sync`: the section `default` of Pipfile.lock."""
    lock = json.loads(Path(root, "Pipfile.lock").read_text("utf-8"))
    return [
        row(name, entry.get("version", "").removeprefix("==") or None, url=entry.get("git"))
        for name, entry in lock["default"].items() if holds(entry.get("markers"), env)
    ]


TOOLS = {"pip": pip, "uv": uv, "poetry": poetry, "pipenv": pipenv}


def install(root, command, env):
    """`["pip", "-r", "requirements.txt"]`, `["uv"]`: the command without its verb."""
    tool, *args = command
    return TOOLS[tool](root, args, env)
