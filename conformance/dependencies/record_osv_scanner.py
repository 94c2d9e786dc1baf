"""Records what OSV-Scanner has published for pinned packages of PyPI: the tables of its own snapshot tests.

    git clone https://github.com/google/osv-scanner && python3 record_osv_scanner.py osv-scanner COMMIT DATE

Only facts are kept: a pin, the names of advisories, and the version that mends each.
"""

import json
import pathlib
import re
import sys

SNAPSHOT = "cmd/osv-scanner/scan/source/__snapshots__/command_test.snap"


def rows(text):
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        found = re.search(r"https://osv\.dev/([\w-]+)", line)
        if found and "PyPI" in cells:
            name, version, fixed = cells[cells.index("PyPI") + 1 :][:3]
            yield f"{name}=={version}", found[1], None if fixed == "--" else fixed


def main(clone, commit, date):
    pins = {}
    for pin, advisory, fixed in rows((pathlib.Path(clone) / SNAPSHOT).read_text(encoding="utf-8")):
        pins.setdefault(pin, {})[advisory] = fixed
    recorded = {
        "source": f"https://github.com/google/osv-scanner/blob/{commit}/{SNAPSHOT}",
        "licence": "Apache-2.0",
        "date": date,
        "pins": {pin: dict(sorted(found.items())) for pin, found in sorted(pins.items())},
    }
    target = pathlib.Path(__file__).with_name("osv-scanner.json")
    target.write_text(json.dumps(recorded, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
