#!/usr/bin/env python3
"""Writes the synthetic sample data beside this file; with --check, says what differs and exits 1 instead."""

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))

from generator import canal_district, tiny  # noqa: E402

SETS = {"canal-district": canal_district.files, "tiny": tiny.files}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a file differs")
    check = parser.parse_args().check
    made = {HERE / folder / name: data for folder, files in SETS.items() for name, data in files().items()}
    differing = [path for path, data in made.items() if not path.is_file() or path.read_bytes() != data]
    if check:
        return _report(differing)
    for path in differing:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(made[path])
    print(f"{len(made)} files, {len(differing)} written", file=sys.stderr)
    return 0


def _report(differing):
    for path in differing:
        print(f"{path.relative_to(HERE)}: not what the generator makes; run Scripts/make-sample-data", file=sys.stderr)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
