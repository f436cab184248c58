// What node-ical makes of calendars: one JSON line of occurrences a file.
// usage: node read_node_ical.mjs FROM TO FILE…      (days)
import ical from 'node-ical';

const [from, to, ...files] = process.argv.slice(2);
const window = { from: new Date(`${from}T00:00:00Z`), to: new Date(`${to}T00:00:00Z`) };
const pad = (number) => String(number).padStart(2, '0');
// node-ical gives a day as midnight of the machine's zone.
const day = (date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
const instant = (date) => date.toISOString().replace('.000Z', 'Z');
const plain = (text) => (typeof text === 'object' && text !== null ? text.val : text) ?? '';

function occurrence(event, start, end, isDay, id) {
  const text = isDay ? day : instant;
  return { uid: event.uid, recurrence: id ? text(id) : null, start: text(start), end: text(end), title: plain(event.summary), status: event.status ?? '' };
}

for (const file of files) {
  const events = Object.values(ical.sync.parseFile(file)).filter((entry) => entry.type === 'VEVENT');
  const found = [];
  for (const event of events) {
    for (const one of ical.expandRecurringEvent(event, window)) {
      found.push(occurrence(one.event, one.start, one.end, one.isFullDay, one.event.recurrenceid));
    }
    // node-ical keeps RDATE as it is written and does not expand it: its user has to. The start may be among the dates.
    for (const written of [event.rdate ?? []].flat()) {
      const start = new Date(written.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z'));
      const end = new Date(+start + (+event.end - +event.start));
      if (+start !== +event.start) found.push(occurrence(event, start, end, false, null));
    }
  }
  console.log(JSON.stringify(found));
}
