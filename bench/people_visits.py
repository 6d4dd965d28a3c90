#!/usr/bin/env python3
"""The staff's pages of people, asked for over HTTP one after the other, each answer held against what was made up.

  people_visits.py PORT PASSWORD SAMPLES_FILE REQUESTS

SAMPLES_FILE is what bench_people_speed printed. For each kind of page REQUESTS are timed after a tenth as many to warm
up. Prints one row of a table for each kind: how many, p50, p95, p99 and the longest, in milliseconds. Ends with 1 where
an answer is wrong.
"""
import html
import json
import re
import socket
import sys
import time
import urllib.parse

LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)
ROW = re.compile(r'<tr><th scope="row"><a href="/en/staff/(?:sending/)?people/(\d+)">([^<]*)</a>')
PAGE = 50


class Staff:
    """On a bare socket: a library for HTTP would be timed too."""

    def __init__(self, port: int, password: str):
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=120)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.cookie = ""
        form = urllib.parse.urlencode({"email": "amelie@alltogether.example", "password": password})
        head, _ = self.ask(f"POST /en/staff/sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
                           f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n\r\n{form}")
        cookies = re.findall(r"\r\nset-cookie: *([^;\r]+)", head, re.IGNORECASE)
        assert head.startswith("HTTP/1.1 303") and cookies, f"cannot sign in: {head}"
        self.cookie = f"Cookie: {'; '.join(cookies)}\r\n"

    def ask(self, request: str):
        self.connection.sendall(request.encode())
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self.connection.recv(65_536)
        length = LENGTH.search(data[:end + 2])
        wanted = end + 4 + (int(length[1]) if length else 0)
        while len(data) < wanted:
            data += self.connection.recv(65_536)
        return data[:end + 2].decode(), data[end + 4:].decode()

    def get(self, path: str) -> str:
        head, body = self.ask(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{self.cookie}\r\n")
        assert head.startswith("HTTP/1.1 200"), f"{path}: {head.splitlines()[0]}"
        return body


def rows(body: str):
    return [(int(number), html.unescape(name)) for number, name in ROW.findall(body)]


def key(name: str):
    """As lists are sorted; None for those of the demo whose names are more than two plain words."""
    words = name.lower().split()
    return (words[1], words[0]) if len(words) == 2 and name.isascii() and name.replace(" ", "").isalpha() else None


def is_sorted(found):
    keys = [each for each in (key(name) for _, name in found) if each]
    return keys == sorted(keys)


def query(**fields):
    return "/en/staff/people?" + urllib.parse.urlencode(fields)


class Kinds:
    """Each gives the address to ask for, and whether the answer is right."""

    def __init__(self, whole, samples):
        self.whole = whole
        self.samples = samples
        self.tagged = [each for each in samples if each["tagged"]]
        self.full = min(PAGE, whole["people"])

    def first_page(self, i):
        return query(), lambda body: len(rows(body)) == self.full and is_sorted(rows(body))

    def deep_page(self, i):
        person = self.samples[i % len(self.samples)]
        mine = (person["family"].lower(), person["given"].lower())

        def right(body):
            found = rows(body)
            keys = [each for each in (key(name) for _, name in found) if each]
            return is_sorted(found) and all(each >= mine for each in keys) and person["id"] not in dict(found)
        return query(words="", tag="", after=f"0.{person['id']}"), right

    def by_name(self, i, given, family):
        """Words are beginnings, in either order, or together that of one name."""
        def right(body):
            found = rows(body)
            def meets(name):
                one = key(name)
                return one is None or any(
                    one[0].startswith(a) and one[1].startswith(b)
                    for a, b in [(family, given), (given, family), (given + family, ""), ("", given + family)])
            return 0 < len(found) <= PAGE and all(meets(name) for _, name in found)
        return query(words=f"{given} {family}".strip()), right

    def by_family_name(self, i):
        return self.by_name(i, "", self.samples[i % len(self.samples)]["family"].lower())

    def by_both_names(self, i):
        person = self.samples[i % len(self.samples)]
        return self.by_name(i, person["given"].lower(), person["family"].lower())

    def by_beginnings(self, i):
        person = self.samples[i % len(self.samples)]
        return self.by_name(i, person["given"][:2].lower(), person["family"][:3].lower())

    def by_first_letters(self, i):
        person = self.samples[i % len(self.samples)]
        return self.by_name(i, person["given"][:1].lower(), person["family"][:1].lower())

    def by_address(self, i):
        person = self.samples[i % len(self.samples)]
        return query(words=person["email"].upper()), lambda body: [each for each, _ in rows(body)] == [person["id"]]

    def by_tag(self, i):
        return query(tag=self.whole["tag"]), lambda body: len(rows(body)) == min(PAGE, self.whole["people"] // 20)

    def deep_in_tag(self, i):
        person = self.samples[i % len(self.samples)]

        def right(body):
            found = [each for each, _ in rows(body)]
            return found == sorted(found) and all(each > person["id"] for each in found)
        return query(words="", tag=self.whole["tag"], after=f"0.{person['id']}"), right

    def tag_and_name(self, i):
        person = self.tagged[i % len(self.tagged)]
        family = person["family"].lower()

        def right(body):
            return all(key(name) is None or family in " ".join(key(name)) for _, name in rows(body))
        return query(words=family, tag=self.whole["tag"]), right

    def one_person(self, i):
        person = self.samples[i % len(self.samples)]

        def right(body):
            told = "refused the mail" if person["refused"] else "Got the mail"
            return person["email"] in body and "Write to me." in body and told in body and "To ten million" in body
        return f"/en/staff/people/{person['id']}", right

    def mails_of_one(self, i):
        person = self.samples[i % len(self.samples)]
        return f"/en/staff/sending/people/{person['id']}", lambda body: "To ten million" in body

    def recipients(self, path, least, state, most):
        def right(body):
            found = [each for each, _ in rows(body)]
            return found == sorted(found) and len(found) <= most and all(each > least for each in found) and (
                body.count(state) >= len(found) > 0)
        return f"/en/staff/sending/{self.whole['blast']}/recipients{path}", right

    def who_got_it(self, i):
        return self.recipients("", 0, "badge", PAGE)

    def who_got_it_deep(self, i):
        person = self.samples[i % len(self.samples)]
        if self.whole["people"] - person["number"] < 1:
            return self.who_got_it(i)
        return self.recipients(f"?show=&after={person['mail']}", person["id"], "badge", PAGE)

    def who_was_refused_deep(self, i):
        person = self.samples[i % len(self.samples)]
        if self.whole["people"] - person["number"] < 100:
            return self.recipients("?show=refused", 0, "Refused", PAGE)
        return self.recipients(f"?show=refused&after={person['mail']}", person["id"], "Refused", PAGE)

    def whether_one_got_it(self, i):
        person = self.samples[i % len(self.samples)]
        return (f"/en/staff/sending/{self.whole['blast']}/recipients?" + urllib.parse.urlencode({"address": person["email"]}),
                lambda body: [each for each, _ in rows(body)] == [person["id"]])


def measured(staff, kind, requests):
    took = []
    for i in range(-(requests // 10), requests):
        path, is_right = kind(i % requests)
        begin = time.perf_counter()
        body = staff.get(path)
        spent = (time.perf_counter() - begin) * 1000
        if not is_right(body):
            sys.exit(f"wrong: {path}\n{rows(body)[:5]}")
        if i >= 0:
            took.append(spent)
    return sorted(took)


def main() -> None:
    port, password, file, requests = int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
    with open(file, encoding="utf-8") as lines:
        whole, *samples = [json.loads(line) for line in lines]
    kinds = Kinds(whole, samples)
    staff = Staff(port, password)
    for words, kind in {
            "List, first page": kinds.first_page,
            "List, behind anybody": kinds.deep_page,
            "Search, a family name": kinds.by_family_name,
            "Search, given and family name": kinds.by_both_names,
            "Search, beginnings of both (2 and 3 letters)": kinds.by_beginnings,
            "Search, first letters of both": kinds.by_first_letters,
            "Search, an address": kinds.by_address,
            "With a tag, first page": kinds.by_tag,
            "With a tag, behind anybody": kinds.deep_in_tag,
            "With a tag and a name": kinds.tag_and_name,
            "One person with timeline": kinds.one_person,
            "Mails that one person got": kinds.mails_of_one,
            "Who got a mail, first page": kinds.who_got_it,
            "Who got a mail, behind anybody": kinds.who_got_it_deep,
            "Who was refused, behind anybody": kinds.who_was_refused_deep,
            "Whether an address got it": kinds.whether_one_got_it}.items():
        took = measured(staff, kind, requests)
        within = [took[min(len(took) - 1, int(share * len(took)))] for share in (0.5, 0.95, 0.99)]
        print(f"| {words} | {requests} | " + " | ".join(f"{each:.1f}" for each in [*within, took[-1]]) + " |", flush=True)


if __name__ == "__main__":
    main()
