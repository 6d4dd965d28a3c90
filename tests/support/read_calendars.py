#!/usr/bin/python3
"""Reads an iCalendar file with two parsers that are not ours, and says what each understood: read_calendars.py FILE

One line for each event and reader: "icalendar START/END SUMMARY", times in UTC. Whatever a reader complains about, also
a warning, ends it with status 1. Needs Debian's python3-icalendar and python3-vobject.
"""
import datetime
import sys
import warnings

import icalendar
import vobject


def in_utc(moment):
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


def line(reader, start, end, summary):
    print(f"{reader} {in_utc(start)}/{in_utc(end)} {summary}")


def main():
    data = open(sys.argv[1], "rb").read()
    warnings.simplefilter("error")
    calendar = icalendar.Calendar.from_ical(data)
    for event in calendar.walk("VEVENT"):
        if event.errors:
            raise ValueError(event.errors)
        line("icalendar", event.decoded("dtstart"), event.decoded("dtend"), event["summary"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # vobject's own use of what Python deprecates
        other = vobject.readOne(data.decode("utf-8"))
    other.validate(raiseException=True) if data.count(b"BEGIN:VEVENT") else None
    for event in other.contents.get("vevent", []):
        line("vobject", event.dtstart.value, event.dtend.value, event.summary.value)


if __name__ == "__main__":
    main()
