#!/usr/bin/env python3
"""Fifty visitors with fifty different budgets at once, over HTTP: what each waits for the first answer, from a labelled
sample, and for the one from the whole population; and what a reader of another page waits meanwhile.

  fairness_visitors.py PORT_OF_SERVER PORT_OF_ANOTHER

The second server, which nobody else asks, is asked the same fifty questions one after the other: every whole answer has
to be the same. Then fifty visitors ask one and the same question. Ends with 1 where an answer is wrong or missing.
"""
import json
import re
import socket
import sys
import threading
import time

VISITORS = 50
API = "/api/v1/fairness-test/yours?place=CA&top={:.2f}"
PAGE = "/en/petitions/equality-pledge?uncached={}"
FIGURES = ("verdict", "lowest", "highest", "criteria", "deciles", "balance")


LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)\r\n", re.IGNORECASE)


class Visitor:
    """On a bare socket: a library for HTTP takes more of the machine than the server does."""

    def __init__(self, port: int):
        self.connection = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def get(self, path: str) -> bytes:
        self.connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        data = b""
        while (end := data.find(b"\r\n\r\n")) < 0:
            data += self.connection.recv(65_536)
        length = int(LENGTH.search(data[:end + 2])[1])
        while len(data) < end + 4 + length:
            data += self.connection.recv(65_536)
        if not data.startswith(b"HTTP/1.1 200 "):
            raise RuntimeError(f"{path}: {data[:100]!r}")
        return data[end + 4:]

    def ask(self, change: float, depth: str = "") -> dict:
        return json.loads(self.get(API.format(change) + depth))

    def ask_whole(self, change: float) -> dict:
        """As the page does: it asks again until the whole population has answered."""
        while True:
            answer = self.ask(change, "&depth=full")
            if not answer["is_sample"]:
                return answer


def milliseconds_since(start: float) -> float:
    return (time.perf_counter() - start) * 1e3


def at_once(tasks: list) -> None:
    barrier = threading.Barrier(len(tasks))

    def run(task) -> None:
        barrier.wait()
        task()

    threads = [threading.Thread(target=run, args=(task,)) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


class Visits:
    """What fifty visitors waited, in milliseconds, and were told."""

    def __init__(self):
        self.samples, self.wholes = [0.0] * VISITORS, [0.0] * VISITORS
        self.answers = [{}] * VISITORS
        self.is_sample = [False] * VISITORS  # whether the first answer said so


def fifty(port: int, changes: list[float]) -> Visits:
    found = Visits()

    def visit(i: int) -> None:
        visitor = Visitor(port)
        start = time.perf_counter()
        first = visitor.get(API.format(changes[i]))
        found.samples[i] = milliseconds_since(start)
        found.is_sample[i] = json.loads(first)["is_sample"]
        found.answers[i] = visitor.ask_whole(changes[i])
        found.wholes[i] = milliseconds_since(start)

    at_once([lambda i=i: visit(i) for i in range(VISITORS)])
    return found


def read_pages(port: int, is_over: threading.Event, waited: list[float]) -> None:
    visitor = Visitor(port)
    while not is_over.is_set():
        start = time.perf_counter()
        visitor.get(PAGE.format(len(waited)))
        waited.append(milliseconds_since(start))
        time.sleep(0.01)


def figures(answer: dict) -> dict:
    return {name: answer.get(name) for name in FIGURES}


def percentile(values: list[float], portion: float) -> float:
    return sorted(values)[int(portion * (len(values) - 1))]


def main() -> int:
    port, other_port = int(sys.argv[1]), int(sys.argv[2])
    for each in (port, other_port):
        Visitor(each).ask_whole(0.01)  # the families are made when they are first asked
    is_over, waited = threading.Event(), []
    reader = threading.Thread(target=read_pages, args=(port, is_over, waited))
    reader.start()
    changes = [0.02 + 0.02 * i for i in range(VISITORS)]
    visits = fifty(port, changes)
    is_over.set()
    reader.join()
    alone = Visitor(other_port)
    right = sum(figures(answer) == figures(alone.ask_whole(change)) for answer, change in zip(visits.answers, changes))
    start = time.perf_counter()
    Visitor(port).ask_whole(1.5)
    one = milliseconds_since(start)
    same = fifty(port, [1.7] * VISITORS)
    expected = figures(alone.ask_whole(1.7))
    equal = sum(figures(answer) == expected for answer in same.answers)
    print(f"fifty different questions over HTTP: first answer, from a sample ({sum(visits.is_sample)} say so): "
          f"median {percentile(visits.samples, .5):.0f} ms, slowest {max(visits.samples):.0f} ms; whole population: "
          f"median {percentile(visits.wholes, .5):.0f} ms, slowest {max(visits.wholes):.0f} ms; "
          f"right {right} of {VISITORS}")
    print(f"pages of a petition meanwhile: {len(waited)}, median {percentile(waited, .5):.1f} ms, "
          f"p95 {percentile(waited, .95):.1f} ms, slowest {max(waited):.1f} ms")
    print(f"fifty times one question: slowest {max(same.wholes):.0f} ms (one visitor alone: {one:.0f} ms); "
          f"right {equal} of {VISITORS}")
    return 0 if right == equal == sum(visits.is_sample) == VISITORS else 1


if __name__ == "__main__":
    sys.exit(main())
