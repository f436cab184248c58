"""Feeds of a built portal as plain values: enough of iCalendar to look at what the program wrote, and no more."""


def lines(data):
    """Content lines, unfolded."""
    return data.decode("utf-8").replace("\r\n ", "").split("\r\n")


def events(data):
    """Every VEVENT as name → value; of a name that comes twice, the last. RECURRENCE-ID and all, without parameters."""
    found, event = [], None
    for line in lines(data):
        if line == "BEGIN:VEVENT":
            event = {}
        elif line == "END:VEVENT":
            found.append(event)
            event = None
        elif event is not None and ":" in line:
            name, _, value = line.partition(":")
            event[name.partition(";")[0]] = value
    return found


def event(data, uid):
    """The event of this UID that is no single occurrence, or None."""
    return next((it for it in events(data) if it["UID"] == uid and "RECURRENCE-ID" not in it), None)


def blocks(data):
    """Each entry's own bytes: UID → all its VEVENTs."""
    found = {}
    for part in data.split(b"BEGIN:VEVENT\r\n")[1:]:
        block = part.split(b"END:VEVENT\r\n")[0]
        uid = next(line for line in block.split(b"\r\n") if line.startswith(b"UID:"))
        found[uid] = found.get(uid, b"") + block
    return found
