import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  eraseOrganisation,
  eraseRegistration,
  eraseVolunteer,
  isErasable,
  isErased,
  monthIsOver,
  scrub,
  scrubText,
  withoutArrangements,
  namesMustGo,
} from '#shared/domain/erasure.ts';
import { contact } from '#shared/domain/fields.ts';
import { localDate } from '#shared/kernel/time.ts';
import { instant } from '#shared/kernel/time.ts';
import { items } from '#shared/system/table.ts';
import { edition, organisation, registration, volunteer } from '../../web/examples.ts';

const word = fc.stringMatching(/^[A-Z][a-zà-ÿ'’.*+?()[\]-]{2,12}[a-z]$/);
const person = fc
  .record({
    name: fc.tuple(word, word).map((parts) => parts.join(' ')),
    email: fc.stringMatching(/^[a-z][a-z0-9.+_-]{0,10}[a-z0-9]$/).map((local) => `${local.replace(/\.+/g, '.')}@made-up.example`),
    telephone: fc.stringMatching(/^01632 960 [0-9]{3}$/),
  })
  .filter((one) => contact.safeParse(one).success);
const around = fc.constantFrom('', ' ', ', ', '\n', '(', ')', '“', ': ', '! ');

const holds = (item: unknown, { name, email, telephone }: { name: string; email: string; telephone?: string | undefined }) => {
  const said = JSON.stringify(item).toLowerCase();
  return [name, email, telephone ?? name].some((one) => said.includes(JSON.stringify(one).slice(1, -1).toLowerCase()));
};

test('whatever a person is called, no text says their name, address or telephone number afterwards', () => {
  fc.assert(
    fc.property(person, fc.array(fc.tuple(around, fc.constantFrom('name', 'email', 'telephone'), around)), (who, parts) => {
      const text = parts
        .map(([before, part, after]) => `x${before === '' ? ' ' : before}${who[part]}${after === '' ? ' ' : after}y`)
        .join('');
      expect(holds(scrub({ list: [text], deep: { text: text.toUpperCase() } }, who), who)).toBe(false);
    }),
  );
});

test('every record of theirs is without them, is still a record, and counts the same', () => {
  fc.assert(
    fc.property(person, (who) => {
      const school = eraseRegistration({ ...registration, contact: who, accessNeeds: who.name, wishes: who.email });
      const host = eraseOrganisation({
        ...organisation,
        name: `${who.name} Ltd`,
        contact: who,
        colleagues: [who.email],
        needs: who.name,
      });
      const helper = eraseVolunteer({ ...volunteer, contact: who, organisationName: who.name, offer: who.telephone });
      for (const one of [school, host, helper]) {
        expect(holds(one, who)).toBe(false);
        expect(isErased(one)).toBe(true);
      }
      expect(items.registration.schema.parse(school).cohorts).toEqual(registration.cohorts);
      expect(items.organisation.schema.parse(host).placesPerWorkshop).toBe(organisation.placesPerWorkshop);
      expect(items.volunteer.schema.parse(helper).halfDays).toEqual(volunteer.halfDays);
    }),
  );
});

test('parts of other words stay as they are', () => {
  const ann = { name: 'Ann', email: 'ann@made-up.example' };
  expect(scrubText('Ann plans the annual planning with Anna (ANN, ann@made-up.example)', ann)).toBe(
    'Erased plans the annual planning with Anna (Erased, erased@erased.invalid)',
  );
});

test('whoever is still expected cannot be erased; after the last day, or once they withdrew, they can', () => {
  const before = instant.parse('2025-03-01T10:00:00.000Z');
  const run = { ...edition, starts: localDate.parse('2025-03-03'), ends: localDate.parse('2025-03-07') };
  expect(isErasable({ state: 'confirmed' }, run, before)).toBe(false);
  expect(isErasable({ state: 'withdrawn' }, run, before)).toBe(true);
  expect(isErasable({ state: 'confirmed' }, run, instant.parse('2025-03-07T23:30:00.000Z'))).toBe(false);
  expect(isErasable({ state: 'confirmed' }, run, instant.parse('2025-03-08T00:30:00.000Z'))).toBe(true);
});

test('a record without arrangements is not written again', () => {
  const bare = { ...registration, contact: { name: 'A. Fictional', email: 'a@made-up.example' }, accessNeeds: undefined };
  expect(withoutArrangements(bare)).toBeUndefined();
  const full = { ...bare, accessNeeds: 'A ramp', contact: { ...bare.contact, telephone: '01632 960 001' } };
  expect(JSON.stringify(withoutArrangements(full))).not.toMatch(/ramp|960/);
  expect(withoutArrangements(full)?.version).toBe(bare.version + 1);
});

test('a month and a year after closing begin on the day after', () => {
  const closing = { surveyCloses: localDate.parse('2025-04-30') };
  const at = (day: string) => instant.parse(`${day}T12:00:00.000Z`);
  expect([monthIsOver(closing, at('2025-05-31')), monthIsOver(closing, at('2025-06-01'))]).toEqual([false, true]);
  expect([namesMustGo(closing, at('2026-04-30')), namesMustGo(closing, at('2026-05-01'))]).toEqual([false, true]);
});

test('an edition that keeps names for fewer months lets them go sooner, at the end of a shorter month', () => {
  const closing = { surveyCloses: localDate.parse('2024-12-31'), keepMonths: 2 };
  const at = (day: string) => instant.parse(`${day}T12:00:00.000Z`);
  expect([namesMustGo(closing, at('2025-02-28')), namesMustGo(closing, at('2025-03-01'))]).toEqual([false, true]);
});
