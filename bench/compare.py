#!/usr/bin/env python3
"""Compares exported signatures (CSV, standard input) with the addresses that were thanked: compare.py FILE

Says how many were compared; ends with 1 when a thanked address is missing or any address is there twice.
"""
import csv
import sys


def main() -> int:
    with open(sys.argv[1], encoding="utf-8") as file:
        thanked = {line.rstrip("\n") for line in file}
    sys.stdin.reconfigure(encoding="utf-8-sig", newline="")
    rows, doubles, there = 0, 0, set()
    lines = csv.reader(sys.stdin)
    email = next(lines).index("email")
    for row in lines:
        rows += 1
        doubles += row[email] in there
        there.add(row[email])
    missing = len(thanked - there)
    print(f"{len(thanked):,} thanked, {missing} of them missing, {doubles} there twice, {rows:,} rows")
    return 1 if missing or doubles else 0


if __name__ == "__main__":
    sys.exit(main())
