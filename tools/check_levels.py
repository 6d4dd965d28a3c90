#!/usr/bin/env python3
"""Checks who includes whom (ARCHITECTURE.md): check_levels.py [ROOT]. There is no list of exceptions.

  base      standard library
  models    base; of the models only itself and statistics
  platform  base, and of the platform only the folders before it, in the order of PLATFORM
  people    base, platform
  ports     base, platform, people
  features  base, models, platform, people, ports, itself; of another slice only its events.h
  app       everything; nobody includes app
Within a slice the domain stays pure: only files that carry a role (ROLES) may see the web or the database.
"""
import re
import sys
from pathlib import Path

from cpp_text import Include, cpp_files, includes

PLATFORM = ["runtime", "db", "files", "imaging", "i18n", "calendars", "html", "documents", "foreign_news", "jobs", "mail", "inbound_mail", "dns", "auth", "http"]
BELOW = {
    "base": {"base"},
    "models": {"base"},
    "platform": {"base"},
    "people": {"base", "platform", "people"},
    "ports": {"base", "platform", "people", "ports"},
    "features": {"base", "models", "platform", "people", "ports"},
    "app": {"base", "models", "platform", "people", "ports", "features", "app"},
}
ROLES = {"store", "handlers", "pages", "mails", "jobs", "routes", "api",  # the edges of a slice
         "slice", "services", "service", "seed", "export"}                # its composition, and what runs beside requests
OUTER = ("platform/db/", "platform/http/", "platform/html/", "platform/mail/")
STANDARD = re.compile(r"[a-z_0-9]+")
TEST_TOOLS = ("gtest/", "gmock/", "rapidcheck")


def words_of(stem: str) -> set[str]:
    """store_test -> {store}; staff_pages -> {staff, pages}."""
    return set(stem.removesuffix("_test").split("_"))


def broken_rule(file: Path, include: Include) -> str | None:
    """The rule that this include breaks, or None. `file` is relative to src/, like quoted includes."""
    level = file.parts[0]
    is_test = file.stem.endswith("_test")
    if level not in BELOW or len(file.parts) < 2:
        return f"src/{level} is no level"
    if is_test and (include.path.startswith(TEST_TOOLS) or include.path.startswith("tests/support/")):
        return None
    if not include.quoted:
        if level == "base" and not STANDARD.fullmatch(include.path):
            return "base uses the standard library only"
        return None
    target = Path(include.path)
    if target.parts[0] not in BELOW:
        return "write the path of our own files from src/"
    return broken_order(file, target) or broken_purity(file, include.path)


def broken_order(file: Path, target: Path) -> str | None:
    level, goal = file.parts[0], target.parts[0]
    same_folder = file.parts[:2] == target.parts[:2]
    if level in ("models", "features") and goal == level:
        if same_folder or target.parts[:2] == ("models", "statistics"):
            return None
        if level == "features" and target.name == "events.h":
            return None
        return "a slice sees of another slice only its events.h" if level == "features" else "a model sees only statistics"
    if level == "platform" and goal == "platform":
        return None if is_before(target, file) else "within platform, only folders earlier in the list: " + " ".join(PLATFORM)
    return None if goal in BELOW[level] else f"{level} may not include {goal}"


def is_before(target: Path, file: Path) -> bool:
    """True for the same folder too; False for folders that are not in the list."""
    try:
        return PLATFORM.index(target.parts[1]) <= PLATFORM.index(file.parts[1])
    except ValueError:
        return False


def broken_purity(file: Path, path: str) -> str | None:
    if file.parts[0] != "features" or words_of(file.stem) & ROLES or not path.startswith(OUTER):
        return None
    return "domain files are pure; only files named after a role see this: " + " ".join(sorted(ROLES))


def findings(root: Path) -> list[str]:
    found = []
    for path in cpp_files(root, "src"):
        for include in includes(path.read_text(encoding="utf-8")):
            rule = broken_rule(path.relative_to(root / "src"), include)
            if rule:
                found.append(f"{path.relative_to(root)}:{include.line}: includes {include.path}: {rule}")
    return found


def main() -> int:
    root = Path(sys.argv[1] if len(sys.argv) > 1 else Path(__file__).parent.parent)
    found = findings(root)
    print("\n".join(found) if found else "Every include keeps to the levels.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
