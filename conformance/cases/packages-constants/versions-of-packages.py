# note: Versions are written as PEP 440 normalises them, and ordered as it orders them.
# declared: packaging
from packaging.version import InvalidVersion, Version, parse

RELEASES = ["1.0.dev1", "1.0a1", "1.0a1.dev2", "1.0rc1", "1.0", "1.0+build.5", "1.0.post1", "1!0.1", "0.9.9", "1.10", "1.9"]
IN_ORDER = [str(version) for version in sorted(map(Version, RELEASES))]
NORMAL = [str(Version(text)) for text in ("2.7.0-alpha2", "v1.0", "1.0c2", "1.0-1", "1.0.DEV", " 1!2.0RC1+Local.01-x ")]
SAME = Version("1.0") == Version("1.0.0"), {Version("4.2"): "lts"}[parse("4.2.0")]
APP = Version("4.2.1rc2.dev3")
PARTS = APP.major, APP.minor, APP.micro, APP.release, APP.pre, APP.dev, APP.is_prerelease, APP.base_version, repr(APP)
try:
    parse("latest")
except InvalidVersion as error:
    REFUSED = str(error), isinstance(error, ValueError)
