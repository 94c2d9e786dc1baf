#!/usr/bin/env python3
"""Records in recorded.json how pip reads the lines of the requirements files below; `replay.test.ts` holds golive to it.

usage: record.py            with a Python that has pip; nothing is installed or fetched
"""

import json
from pathlib import Path

import pip
from packaging.utils import canonicalize_name
from pip._internal.exceptions import InstallationError
from pip._internal.req.constructors import install_req_from_editable, install_req_from_line
from pip._internal.req.req_file import OptionParsingError, ParsedLine, get_line_parser, preprocess

FILES = {
    "comments": "# a\nDjango==5.2 # why\nDjango#no-comment\n  # indented\npillow  #x\n\t# tab\ncelery==5\t# tab before\nurllib3==2 #\n",
    "comments that end in a backslash": "Django==5.2 # why \\\ncelery==5\n# all \\\npillow==11\n",
    "continuations": "Django\\\n==5.2\nDjango \\\n  >=5,\\\n  <6\ncelery==5 \\\n    --hash=sha256:aaaa \\\n    --hash=sha256:bbbb\npil\\\nlow==11\\\n",
    "a comment ends a continuation": "Django==5.2 \\\n# --hash=sha256:aaaa\n--hash=sha256:bbbb\ncelery==5 \\\n  # x\n",
    "line ends": "a==1\r\nb==2\rc==3\x0bd==4\x0ce==5\u2028f==6\n\n\n",
    "markers": "a==1; python_version < '3'\na==1 ;python_version<'3'\na;\na ; \na==1;bogus\na; python_version\na>=1,<2;extra=='x'\na @ https://example.com/a.zip; os_name == 'nt'\n"
               "a @ https://example.com/a.zip;os_name == 'nt'\na @ https://example.com/a.zip ; os_name == 'nt'\n",
    "specifiers": "a\na==1\na == 1\na (==1)\na>=1,<2\na>=1, <2,\na~=1\na===weird\na=1\na==1.x\na>=1.*\na==1.*\na<>1\na!=1\na==1 b\na b\na>=1 <2\n",
    "extras": "a[b]\na[b,c]==1\na [b]\na[]\na[b\na[b c]\nA_b.C[D.e_f]\n",
    "names": "a.b\na-b\na_b\n-a\n.a\na-\na_\n1a\na!\n",
    "options of a line": "a==1 --hash=sha256:aaaa\na==1 --global-option=x\na==1 --config-settings x=y\na==1 --no-binary :all:\na==1 --install-option=x\na==1 -x\na==1 --hash\n"
                         "a==1\t--hash=sha256:aaaa\n",
    "options": "--index-url https://example.com/simple\n-i https://example.com/simple\n-ihttps://example.com/simple\n--extra-index-url=https://example.com/simple\n--extra https://example.com/x\n"
               "--find-links ./wheels\n-f ./wheels\n--trusted-host example.com\n--no-index\n--pre\n--prefer-binary\n--require-hashes\n--no-binary lxml\n--only-binary=:all:\n--use-feature fast-deps\n"
               "--process-dependency-links\n--allow-external x\n-Z\n--index-url\n--index\n--no\n--upgrade\n--index-url 'https://example.com/simple'\n--index-url \"https://example.com\n",
    "inclusions": "-r base.txt\n-rbase.txt\n--requirement base.txt\n--requirement=base.txt\n--req base.txt\n-r 'my base.txt'\n-r my\\ base.txt\n-c constraints.txt\n--constraint=constraints.txt\n"
                  "-r a.txt -r b.txt\n-r a.txt -c b.txt\n-c b.txt -r a.txt\n",
    "addresses": "git+https://example.com/a.git#egg=a\ngit+https://example.com/a.git@v1#egg=a[b]\ngit+ssh://git@example.com/a.git#egg=a-b\nhg+https://example.com/a#egg=a\n"
                 "https://example.com/a-1.0-py3-none-any.whl\nhttps://example.com/a_b-1.0.post1-1-py3-none-any.whl\nhttps://example.com/a-1.0-py3-none-any.whl#sha256=aaaa\n"
                 "https://example.com/a.zip#egg=a\nhttps://example.com/a.zip#egg=a&subdirectory=x\na @ git+https://example.com/a.git@v1\na[b] @ https://example.com/a.zip\n"
                 "git+https://example.com/a.git#egg=a ; python_version < '3'\nhttps://example.com/a.zip#egg=a; python_version < '3'\n",
    "editable": "-e git+https://example.com/a.git#egg=a\n--editable=git+https://example.com/a.git@v1#egg=a_b\n-e git+ssh://git@example.com/a.git#egg=a&subdirectory=x\n",
    "a byte order mark": "\ufeffa==1\nb==2\n",
}


def requirement(wanted):
    req = wanted.req
    return {
        "name": canonicalize_name(req.name),
        "extras": sorted({canonicalize_name(extra) for extra in wanted.extras | req.extras}),
        "specifier": sorted(str(clause) for clause in req.specifier),
        "marker": wanted.markers is not None,
        "url": wanted.link is not None,
    }


def read(number, line):
    """What one logical line is to pip."""
    try:
        parsed = ParsedLine("requirements.txt", number, *get_line_parser(None)(line), False)
        if parsed.is_requirement and parsed.is_editable:
            return {"requirement": requirement(install_req_from_editable(parsed.requirement))}
        if parsed.is_requirement:
            wanted = install_req_from_line(parsed.requirement)
            return {"requirement": requirement(wanted)} if wanted.req is not None else {"nameless": True}
        if parsed.opts.requirements:
            return {"includes": parsed.opts.requirements[0]}
        if parsed.opts.constraints:
            return {"constrains": parsed.opts.constraints[0]}
        return {"options": True}
    except (OptionParsingError, InstallationError, ValueError) as error:
        return {"refused": type(error).__name__}


if __name__ == "__main__":
    recorded = {
        name: {"text": text, "lines": [[number, read(number, line)] for number, line in preprocess(text.removeprefix("\ufeff"))]}
        for name, text in FILES.items()
    }
    out = {"pip": pip.__version__, "files": recorded}
    Path(__file__).with_name("recorded.json").write_text(json.dumps(out, indent=2, ensure_ascii=True) + "\n", encoding="utf-8")
    print("%d lines as pip %s reads them" % (sum(len(one["lines"]) for one in recorded.values()), pip.__version__))
