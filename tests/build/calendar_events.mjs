// Prints the events of iCalendar files as ical.js reads them: a JSON list of texts comes in, a list of lists of events goes out.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

/** @param {string} text */
function eventsOf(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component, { strictExceptions: true });
    return {
      uid: event.uid,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      zone: event.startDate.zone.tzid,
      summary: event.summary,
      description: event.description,
      sequence: event.sequence,
      status: component.getFirstPropertyValue("status"),
      alarms: component.getAllSubcomponents("valarm").length,
      method: calendar.getFirstPropertyValue("method"),
    };
  });
}

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(eventsOf)));
