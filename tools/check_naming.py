#!/usr/bin/env python3
"""Checks names with clang-tidy (settings in .clang-tidy): check_naming.py BUILD_FOLDER [ROOT]

Reads BUILD_FOLDER/compile_commands.json. The sources of one folder are read together, a few files at a time, which is
several times faster than one by one; where files of one batch clash they are read again, each alone. Tests are left out:
their macros make names of their own.
"""
import concurrent.futures
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

SETTINGS = Path(__file__).resolve().parent.parent / ".clang-tidy"
BATCH = 8  # files
FINDING = re.compile(r"^(\S+):(\d+):\d+: (?:warning|error): (.*)$", re.MULTILINE)


def batches(database: list[dict], root: Path) -> list[tuple[Path, list[Path], list[str]]]:
    """Folder, sources and compiler flags of each piece of work."""
    sources, flags = defaultdict(list), {}
    for entry in database:
        path = Path(entry["file"]).resolve()
        if path.is_relative_to(root / "src") and not path.stem.endswith("_test"):
            sources[path.parent].append(path)
            flags[path.parent] = wanted_flags(entry["command"].split())
    return [(folder, sorted(files)[first:first + BATCH], flags[folder])
            for folder, files in sorted(sources.items()) for first in range(0, len(files), BATCH)]


def wanted_flags(command: list[str]) -> list[str]:
    """Includes, macros and the language of a compile command; no sanitizers, no warnings, no precompiled header."""
    kept = [part for part in command if part.startswith(("-I", "-D", "-std="))]
    kept += [part for i, word in enumerate(command[:-1]) if word == "-isystem" for part in (word, command[i + 1])]
    return [part.replace("\\\"", '"') for part in kept]


def check(work: tuple[Path, list[Path], list[str]], root: Path) -> list[str]:
    folder, files, flags = work
    found = read_together(folder, files, flags, root)
    if len(files) > 1 and any("clang-diagnostic-error" in finding for finding in found):
        found = {finding for file in files for finding in read_together(folder, [file], flags, root)}
    return sorted(found)


def read_together(folder: Path, files: list[Path], flags: list[str], root: Path) -> set[str]:
    with tempfile.TemporaryDirectory() as place:
        unit = Path(place, "batch.cpp")
        headers = sorted(path for path in folder.glob("*.h") if not path.stem.endswith("_test"))
        unit.write_text("".join(f'#include "{path}"\n' for path in headers + files))
        result = subprocess.run(
            ["clang-tidy-19", "--quiet", f"--config-file={SETTINGS}", f"--header-filter=^{root}/src/.*",
             str(unit), "--", *flags], capture_output=True, text=True)
    found = {f"{os.path.relpath(path, root)}:{line}: {message}" for path, line, message in FINDING.findall(result.stdout)}
    if result.returncode != 0 and not found:
        found = {f"{os.path.relpath(folder, root)}: clang-tidy failed: {result.stdout}{result.stderr}"}
    return found


def main() -> int:
    root = Path(sys.argv[2] if len(sys.argv) > 2 else Path(__file__).parent.parent).resolve()
    database = json.loads(Path(sys.argv[1], "compile_commands.json").read_text(encoding="utf-8"))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = sorted({finding for part in pool.map(lambda work: check(work, root), batches(database, root)) for finding in part})
    print("\n".join(found) if found else "Names are in the house style.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
