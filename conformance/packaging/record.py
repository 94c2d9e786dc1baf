#!/usr/bin/env python3
"""Records what `packaging` says of the questions below in recorded.json, which `replay.test.ts` holds golive to.

usage: record.py [DIR]      DIR holds the package `packaging`, as in Debian's python3-packaging unpacked with `dpkg -x`
"""

import json
from itertools import product
from pathlib import Path

from answer import answer, packaging

VERSIONS = """
0 0.0 1 1.0 1.0.0 01.00 1.0.1 1.1 1.10 1.9 2.0 10.0 2024.1 5.2.1 5.2.10 20231231235959123456 20231231235959123457
1.0a1 1.0.a1 1.0-alpha.1 1.0A 1.0b2 1.0beta 1.0_beta_2 1.0c1 1.0rc1 1.0.RC.1 1.0pre1 1.0-preview-1 1.0a.
1.0.post1 1.0-1 1.0.rev3 1.0-r4 1.0post 1.0.post0 1.0a1.post2 1.0rc1-1
1.0.dev1 1.0dev 1.0-DEV-3 1.0a1.dev2 1.0.post1.dev2 1.0rc1.post2.dev3
1.0+abc 1.0+abc.5 1.0+ABC-5 1.0+5 1.0+10 1.0+5.abc 1.0.0+ubuntu_1 1.0rc1+x 1.0.post1+x 1.0+abc.5.1
1!0.5 1!1.0 0!1.0 2!1.0a1 v1.0 V1.0.1rc1
""".split()

NO_VERSIONS = ["", "banana", "1.", ".1", "1..0", "1.0.x", "1.0-", "1.0+", "1.0+a..b", "1.0+_", "1.0alpha1beta", "==1", "1 .0", "1.0 rc1", "1,0",
               "1.0.*", "1.0a1a2", "1.0.post1.post2", "1.0dev1rc1", "1!!0", "1.0!1", "-1", "vv1", "1.0~rc1", "4.2.x", " 1.0\t", "\u0661.0"]

SPECIFIERS = [
    *(operator + bound for operator in ("==", "!=", "<=", ">=", "<", ">", "~=", "===")
      for bound in ("1.0", "1.0.0", "1.0a1", "1.0rc1", "1.0.post1", "1.0.dev1", "1!1.0", "2")),
    "==1.0+abc", "!=1.0+abc", "==1.0+ABC.5", "==1.*", "!=1.*", "==1.0.*", "==1.0.0.*", "==1!1.*", "==v1.0.*", "~=1.0.1", "~=5.2.0", "~=1.0.0.0",
    "~=1.0.c1", "~=1.0c1", "~=1!1.0c1", "~=1.0c1.r2", "~=v1.0", "~=1.0.DEV1", "~=1.0.post2", "===1.0+abc", "===V1.0.1rc1", "===1.0A", "", ">=1.0,<2", ">=1.0,!=1.0.1,<2.0", ">=1.0rc1,<2", "==1.0,===1.0",
    " >= 1.0 , < 2 ", ">=1,", ">1.0,<1.0", "===banana", "===", ">=20231231235959123456", "<20231231235959123457",
]

NO_SPECIFIERS = ["1.0", "=1.0", "=>1.0", ">=", "==banana", ">=1.*", "~=1", "~=1.*", "<1.0+abc", "==1.0a1.*", "==1.0+abc.*", ">=1.0 <2", "^1.0", "~1.0",
                 "==1.0.x", "!1.0", "== 1 .0", ">=1.0;", "*", "==*", "==1.0.*.*", "====1"]

LINUX = {
    "implementation_name": "cpython", "implementation_version": "3.12.4", "os_name": "posix", "platform_machine": "x86_64",
    "platform_release": "6.1.0-18-amd64", "platform_system": "Linux", "platform_version": "#1 SMP", "python_full_version": "3.12.4",
    "platform_python_implementation": "CPython", "python_version": "3.12", "sys_platform": "linux",
}

MARKERS = [
    *("python_version %s '%s'" % pair for pair in product(("==", "!=", "<=", ">=", "<", ">", "~=", "===", "in", "not in"),
                                                           ("3.8", "3.12", "3.12.4", "3.*", "3.12.*", "3.12, 3.13", "banana", ""))),
    *("python_full_version %s '%s'" % pair for pair in product(("==", "<", ">=", "~=", "in"), ("3.12", "3.12.4", "3.12.4rc1", "3.12.*", "3.13"))),
    *("sys_platform %s '%s'" % pair for pair in product(("==", "!=", "<=", ">=", "<", ">", "~=", "===", "in", "not in"), ("linux", "win32", "", "linux darwin"))),
    "'3.8' < python_version", "'3.12' in python_version", "'linux' == sys_platform", "'lin' in sys_platform", "os_name == sys_platform", "'3' == '3'",
    "os.name == 'posix'", "sys.platform == 'linux'", "platform.version == '#1 SMP'", "platform.machine != 'arm64'", "platform.python_implementation == 'CPython'",
    "python_implementation == 'CPython'", "platform_release >= '6'", "platform_release == '6.1.0-18-amd64'", "implementation_version >= '3.12'",
    "platform_version < '2'", "platform_python_implementation!='PyPy'",
    "python_version<'3'and os_name=='nt'or os_name=='posix'", "(python_version < '3' or os_name == 'posix') and sys_platform == 'linux'",
    "os_name == 'posix' or os_name == 'nt' and python_version < '3'", "((os_name == 'posix'))", " os_name == 'posix' ", "os_name\t==\t'posix'",
    "extra == 'dev'", "extra == 'S3_Storage'", "extra != 'dev'", "'dev' == extra", "extra == 's3.storage' and python_version > '3'", "extra in 'dev s3-storage'", "(extra == 'DEV')", "extra == 'DEV' or (extra == 'Dev' and os_name == 'posix')", "'dev' >= extras", "'dev' != extras",
    "'s3-storage' in extras", "'dev' not in extras", "'S3.storage' in dependency_groups", "extras == 'dev'", "os_name ~= '1.0'",
    'python_version >= "3.8"', "python_version >= '3.8\"", "python_version", "python_version >= 3.8", "python >= '3.8'", "python_version => '3.8'",
    "python_version >= '3.8' and", "and python_version >= '3.8'", "(python_version >= '3.8'", "python_version >= '3.8')", "", "()", "not os_name == 'nt'",
    "os_name notin 'nt'", "os_name not  in 'nt'", "os_name == 'a' 'b'", "python_version >= '3.8' AND os_name == 'posix'", "os_name == 'posix'; x", "a.os_name == 'x'",
    "python_version >= '3.8' \n and os_name == 'posix'", "os_name == 'posix'\n", "OS_NAME == 'posix'", "'x' in 'xyz'", "os_name in ('posix', 'nt')",
]

REQUIREMENTS = [
    "Django", "django==4.2", "django ==4.2", "django== 4.2", "Django[argon2, Bcrypt] >= 4.2 , < 5 ; python_version >= '3.9'", "django (>=4.2)", "django(>=4.2,<5)",
    "django ()", "django >=4.2,", "django ,>=4.2", "django >=4.2,,<5", "django >=4.2 <5", "django[]", "django[ ]", "django[a,]", "django[,a]", "django[a b]", "django[a",
    "django[a].b", "zope.interface>=5", "a_b-c.d", "-a", "a-", "a_", "a.", "a--b", "1pkg", "a b", "a=1", "a==1.x", "a>=1.*", "a~=1", "a===x y", "a===x", "a===1, >=1", "a===1 , >=1", "a===1,>=1", "a;", "a ; ",
    "a;python_version", "a ; python_version < '3' ", "a;python_version<'3'", "a>=1;python_version<'3'", "a @ https://example.com/a.zip", "a@https://example.com/a.zip",
    "a[b] @ git+https://example.com/a.git@v1#egg=a", "a @ https://example.com/a.zip ; os_name == 'nt'", "a @ https://example.com/a.zip; os_name == 'nt'",
    "a @ https://example.com/a.zip;os_name == 'nt'", "a @", "a @ x y", "a @ ./lib", "a @ file:///srv/a.whl", " a ", "\ta", "a\n", "a\n>=1", "", "a>=1 # why", "a --hash=x",
    "git+https://example.com/a.git", "./a", "a==1.0+abc", "a>=1.0+abc", "a==1.0.*", "a==1.0.*;os_name=='x'", "a>=1,<2;extra=='b'", "a (>=1", "a >=1)", "a (>=1) ; os_name == 'x'",
    "a[b,C_d]==1", "a[b]>=1[c]", "a!=1", "a<>1", "a==${VERSION}",
]


def questions():
    yield from (["version", text] for text in VERSIONS + NO_VERSIONS)
    yield from (["order", left, right] for left, right in product(VERSIONS, VERSIONS))
    for specifier in SPECIFIERS:
        yield from (["meets", specifier, text, True] for text in VERSIONS + ["banana"])
        yield from (["meets", specifier, text, None] for text in VERSIONS if answer(["version", text])["prerelease"])
    yield from (["meets", specifier, "1.0", True] for specifier in NO_SPECIFIERS)
    yield from (["marker", text, LINUX, extras] for text, extras in product(MARKERS, ([], ["dev"], ["s3-storage", "dev"])) if "e" in text or not extras)
    yield from (["requirement", text] for text in REQUIREMENTS)


def lines(recorded):
    """JSON with one question on a line, so that a change can be read."""
    yield "{"
    yield '  "packaging": %s,' % json.dumps(packaging.__version__)
    yield '  "variables": %s,' % json.dumps(LINUX)
    yield '  "answers": ['
    yield ",\n".join("    " + json.dumps(one) for one in recorded)
    yield "  ]\n}\n"


if __name__ == "__main__":
    seen = {}
    for question in questions():
        kind, *about = question
        # The variables are the same in all; they stand once at the top.
        short = [kind, about[0], about[2]] if kind == "marker" else question
        seen[json.dumps(short)] = [short, answer(question)]
    Path(__file__).with_name("recorded.json").write_text("\n".join(lines(seen.values())), encoding="utf-8")
    print("%d answers of packaging %s" % (len(seen), packaging.__version__))
