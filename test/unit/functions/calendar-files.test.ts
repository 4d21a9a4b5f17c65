import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Context } from '#functions/runtime/context.ts';
import { deliver } from '#functions/runtime/deliver-mail.ts';
import { mimeOf } from '#functions/runtime/ses-mailer.ts';
import { header, readMail } from '#local/mime.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import type { Message } from '#shared/ports.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import type { FactType } from '#shared/system/events.ts';
import { fact as factSchema } from '#shared/system/fact.ts';
import { lettersFor } from '#web/mail/letters.ts';
import { memoryTable } from '#test/memory-table.ts';
import { booking, edition, event as exampleEvent, programme, registration, school, volunteer } from '../web/examples.ts';

const from = 'careers@aspirations.example';
const people = [
  { who: 'school', id: registration.registration, to: registration.contact.email },
  { who: 'volunteer', id: volunteer.volunteer, to: volunteer.contact.email },
] as const;
const times = [
  { month: 'january', day: '2025-01-21', next: '2025-01-22', nine: '09:00', one: '13:00' },
  { month: 'july', day: '2025-07-01', next: '2025-07-02', nine: '08:00', one: '12:00' },
] as const;
const steps = ['create', 'move', 'cancel'] as const;

/** The mails that create, move and cancel one place, as they leave. */
async function mailsOf(person: (typeof people)[number], { day, next }: (typeof times)[number]) {
  const { read, write } = memoryTable();
  const before = instant.parse('2024-12-02T10:00:00.000Z');
  const first = { ...exampleEvent, title: 'Bridges, boats; and more', venue: 'Hall 2\\3', halfDay: `${day}-am` };
  const moved = { ...first, halfDay: `${next}-pm`, version: 2 };
  const offer = {
    edition: edition.edition,
    event: first.event,
    visitor: volunteer.volunteer,
    kind: 'volunteer',
    offeredAt: before,
  } as const;
  await write.bulk([
    { put: 'programme', item: programme, when: 'any' },
    { put: 'edition', item: edition, when: 'any' },
    { put: 'registration', item: registration, when: 'any' },
    { put: 'volunteer', item: volunteer, when: 'any' },
    { put: 'booking', item: booking, when: 'any' },
    { put: 'event', item: first, when: 'any' },
    { put: 'offer', item: { ...offer, state: 'accepted', version: 2 }, when: 'any' },
  ]);
  const sent: Message[] = [];
  const mailer = { send: async (message: Message) => ({ messageId: `ses-${sent.push(message)}` }) };

  async function tell(template: EmailName, type: FactType, data: object, minutes: number): Promise<void> {
    const at = secondsAfter(before, minutes * 60);
    const fact = factSchema.parse({ id: `fact-${minutes}`, type, at, edition: edition.edition, data });
    const context: Context = {
      now: at,
      newId: () => type,
      newToken: () => `${type}-${person.who}`,
      origin: 'https://x.example',
      by: 'system',
    };
    for (const letter of await lettersFor(template, fact, read, person.id))
      await deliver(letter, { template, fact }, { read, write, mailer }, context);
  }

  const { event, kind, halfDay } = first;
  const { urn, pupils, registration: id } = booking;
  if (person.who === 'school')
    await tell('booking-for-school', 'school.booked.v1', { event, urn, registration: id, pupils, version: 1 }, 1);
  else
    await tell(
      'sessions-changed',
      'offer.answered.v1',
      { event, kind: 'volunteer', visitor: person.id, version: 2, answer: 'accepted' },
      1,
    );
  await write.bulk([
    { put: 'event', item: moved, when: 'any' },
    { put: 'offer', item: { ...offer, state: 'offered', version: 3 }, when: 'any' },
  ]);
  await tell(
    'event-moved',
    'event.moved.v1',
    { event, kind, halfDay: moved.halfDay, before: halfDay, changed: ['halfDay'], version: 2 },
    2,
  );
  await write.bulk([{ put: 'event', item: { ...moved, state: 'cancelled', version: 3 }, when: 'any' }]);
  await tell('event-cancelled', 'event.cancelled.v1', { event, kind, halfDay: moved.halfDay, version: 3 }, 3);
  return Promise.all(sent.map(async (message) => Buffer.from(await mimeOf(message, from, 'tag'))));
}

describe.each(people)('the calendar of a $who', (person) => {
  describe.each(times)('in $month', (time) => {
    test('is told of a place, of its move and of its end in files that never change', async () => {
      const mails = await mailsOf(person, time);
      expect(mails).toHaveLength(3);
      for (const [index, step] of steps.entries()) {
        const { attachments } = readMail(mails[index] ?? Buffer.from(''));
        const file = attachments.find(({ type }) => type === 'text/calendar')?.content.toString('utf8') ?? '';
        // RFC 5545 wants CRLF at the end of each line, and lines of at most 75 bytes.
        expect(file.replaceAll('\r\n', '').match(/[\r\n]/g)).toBeNull();
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        await expect(file.replaceAll('\r\n', '\n')).toMatchFileSnapshot(`calendars/${person.who}-${time.month}-${step}.ics`);
      }
    });

    test('reads them as one entry, at the hour that clocks in London show', async () => {
      const seen = (await mailsOf(person, time)).map((raw) => {
        const { attachments, headers } = readMail(raw);
        const calendar = new ICAL.Component(
          ICAL.parse(attachments.find(({ type }) => type === 'text/calendar')?.content.toString('utf8') ?? ''),
        );
        const entry = new ICAL.Event(calendar.getFirstSubcomponent('vevent') ?? calendar);
        const [method = ''] =
          /text\/calendar;[^\r\n]*(?:\r\n[^\r\n]+)*?method=(\w+)/i.exec(raw.toString('latin1'))?.slice(1) ?? [];
        expect(calendar.getFirstPropertyValue('method')).toBe(method);
        expect(header(headers, 'from')).toContain(`<${from}>`);
        expect(entry.organizer).toBe(`mailto:${from}`);
        expect(entry.attendees.map((one) => [String(one.getFirstValue()).toLowerCase(), one.getParameter('rsvp')])).toEqual([
          [`mailto:${person.to}`, 'FALSE'],
        ]);
        expect(calendar.getAllSubcomponents('vtimezone')).toEqual([]);
        expect(entry.summary).toBe('Bridges, boats; and more');
        expect(entry.location).toBe(`${school.name}, Hall 2\\3`);
        const state = entry.component.getFirstPropertyValue('status');
        return {
          uid: entry.uid,
          method,
          sequence: entry.sequence,
          state,
          starts: entry.startDate.toJSDate().toISOString().slice(0, 16),
        };
      });
      const { uid = '' } = seen[0] ?? {};
      const asked = person.who === 'school' ? 'CONFIRMED' : 'TENTATIVE';
      expect(seen).toEqual([
        { uid, method: 'REQUEST', sequence: 0, state: 'CONFIRMED', starts: `${time.day}T${time.nine}` },
        { uid, method: 'REQUEST', sequence: 1, state: asked, starts: `${time.next}T${time.one}` },
        { uid, method: 'CANCEL', sequence: 2, state: 'CANCELLED', starts: `${time.next}T${time.one}` },
      ]);
    });
  });
});
