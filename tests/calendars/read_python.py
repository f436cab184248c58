"""What Python's readers make of calendars: one JSON line of occurrences a file.

usage: python3 read_python.py icalendar|vobject|khal FROM TO FILE…      (days)
"""
import datetime as dt
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import icalendar
import recurring_ical_events
import vobject

UTC = dt.timezone.utc


def text(moment):
    if isinstance(moment, dt.datetime):
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return moment.isoformat()


def day(word):
    return dt.datetime.fromisoformat(word).replace(tzinfo=UTC)


def occurrence(uid, start, end, title, status):
    return {"uid": uid, "start": text(start), "end": text(end), "title": title, "status": status}


def read_icalendar(path, begin, end):
    """python3-icalendar, and python3-recurring-ical-events over it."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    for component in calendar.walk():
        assert not component.errors, component.errors
    found = []
    for event in recurring_ical_events.of(calendar).between(begin, end):
        start = event["DTSTART"].dt
        last = event["DTEND"].dt if "DTEND" in event else start
        found.append(occurrence(str(event["UID"]), start, last, str(event.get("SUMMARY", "")), str(event.get("STATUS", ""))))
    return found


def read_vobject(path, begin, end):
    """python3-vobject; it knows of series, and not of what replaces one occurrence: RECURRENCE-ID is looked up here."""
    events = [event for calendar in vobject.readComponents(path.read_text(encoding="utf-8"))
              for event in calendar.contents.get("vevent", [])]
    replaced = {(event.uid.value, text(event.recurrence_id.value)) for event in events if hasattr(event, "recurrence_id")}
    found = []
    for event in events:
        start = event.dtstart.value
        length = event.dtend.value - start if hasattr(event, "dtend") else dt.timedelta(0)
        title, status = getattr(event, "summary", None), getattr(event, "status", None)
        rules = None if hasattr(event, "recurrence_id") else event.getrruleset(addRDate=True)
        for begins in rules or [start]:
            if not isinstance(start, dt.datetime):
                begins = begins.date() if isinstance(begins, dt.datetime) else begins
            if rules and (event.uid.value, text(begins)) in replaced:
                continue
            ends = begins + length
            if isinstance(start, dt.datetime) and start.tzinfo:  # wall-clock hours, as RFC 5545 has it for DTEND
                begins, ends = (moment.replace(tzinfo=start.tzinfo) for moment in (begins, ends))
            found.append(occurrence(event.uid.value, begins, ends, title.value if title else "", status.value if status else ""))
    return found


KHAL = """[calendars]
[[all]]
path = {folder}/calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M:%S
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M:%SZ
longdatetimeformat = %Y-%m-%dT%H:%M:%SZ
[default]
default_calendar = all
[sqlite]
path = {folder}/khal.db
"""


def read_khal(path, begin, end):
    """khal, as its user would: import the file, then list."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder, "config")
        config.write_text(KHAL.format(folder=folder), encoding="utf-8")
        Path(folder, "calendar").mkdir()

        def khal(*arguments):
            done = subprocess.run(["khal", "-c", config, *arguments], capture_output=True, text=True,
                                  env={"HOME": folder, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "COLUMNS": "10000"})
            assert done.returncode == 0 and "critical" not in done.stderr.lower(), done.stderr
            return done.stdout

        khal("import", "--batch", "-a", "all", path)
        fields = ["{uid}", "{start-long}", "{end-long}", "{all-day}", "{status}", "{cancelled}", "{title}"]
        said = khal("list", "--notstarted", "--day-format", "", "--format", "\x02" + "\x01".join(fields) + "\x03",
                    begin.strftime("%Y-%m-%dT%H:%M:%SZ"), end.strftime("%Y-%m-%dT%H:%M:%SZ"))
    found = []
    for entry in said.split("\x02")[1:]:
        uid, start, last, is_day, status, _, title = entry.split("\x03")[0].split("\x01")
        if is_day == "True":  # khal shows the last day itself
            start, last = start[:10], (dt.date.fromisoformat(last[:10]) + dt.timedelta(days=1)).isoformat()
        found.append({"uid": uid, "start": start, "end": last, "title": title, "status": status.strip()})
    # khal lists an event on each of its days.
    return list({(one["uid"], one["start"], one["end"]): one for one in found}.values())


def main():
    client, begin, end, *files = sys.argv[1:]
    read = {"icalendar": read_icalendar, "vobject": read_vobject, "khal": read_khal}[client]
    for name in files:
        print(json.dumps(read(Path(name), day(begin), day(end))))


if __name__ == "__main__":
    main()
