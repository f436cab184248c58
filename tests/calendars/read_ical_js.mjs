// What ical.js, in its strict mode, makes of calendars: one JSON line of occurrences a file.
// usage: node read_ical_js.mjs FROM TO FILE…      (days)
import fs from 'node:fs';
import ICAL from 'ical.js';

ICAL.design.strict = true;
const [from, to, ...files] = process.argv.slice(2);
const begin = ICAL.Time.fromJSDate(new Date(`${from}T00:00:00Z`), true);
const end = ICAL.Time.fromJSDate(new Date(`${to}T00:00:00Z`), true);

const text = (time) => time.isDate
  ? time.toString()
  : new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z');

function occurrence(item, start, stop, id) {
  return {
    uid: item.uid, recurrence: id && text(id), start: text(start), end: text(stop), title: item.summary ?? '',
    status: item.component.getFirstPropertyValue('status') ?? '',
  };
}

function occurrences(event) {
  if (!event.isRecurring()) return [occurrence(event, event.startDate, event.endDate, null)];
  const found = [];
  const iterator = event.iterator();
  for (let next; (next = iterator.next()) && next.compare(end) < 0;) {
    const { item, startDate, endDate, recurrenceId } = event.getOccurrenceDetails(next);
    found.push(occurrence(item, startDate, endDate, recurrenceId));
  }
  return found;
}

for (const file of files) {
  const calendar = new ICAL.Component(ICAL.parse(fs.readFileSync(file, 'utf8')));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const all = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  const masters = new Map(all.filter((event) => !event.isRecurrenceException()).map((event) => [event.uid, event]));
  const alone = [];
  for (const event of all.filter((one) => one.isRecurrenceException())) {
    if (masters.has(event.uid)) masters.get(event.uid).relateException(event);
    else alone.push(event);
  }
  const found = [...masters.values(), ...alone].flatMap(occurrences);
  console.log(JSON.stringify(found.filter((one) => one.start >= text(begin).slice(0, 10) && one.start < text(end))));
}
