import { expect, test } from 'vitest';
import type { Event } from '#shared/domain/event.ts';
import { countEvent, creditsOf } from '#shared/domain/impact.ts';
import { answerOffer, comeLate, mostDelays, type Offer, offersOf, releaseOffers, sameDelay } from '#shared/domain/offer.ts';
import { changeCredit, changeOrganisation, withdrawOrganisation } from '#shared/domain/visitor.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import { booking, edition, event, organisation } from '../../web/examples.ts';
import { offer } from '../../web/visitor-pages.ts';

const before = instant.parse('2025-03-02T22:59:59.000Z');
const day = instant.parse('2025-03-03T08:00:00.000Z');
const yes = { answer: 'accepted' } as const;
const no = { answer: 'declined', reason: 'Nobody is free' } as const;
const accepted: Offer = { ...offer, state: 'accepted', answeredAt: before, version: 2 };
const cancelled: Event = { ...event, state: 'cancelled', cancelledAt: before };

test('an event offers each organisation and volunteer one place, even one named twice', () => {
  const twice = { ...event, volunteers: [...event.volunteers, ...event.volunteers] };
  expect(offersOf(twice, before).map(({ visitor, kind, state }) => ({ visitor, kind, state }))).toEqual([
    { visitor: event.organisations[0], kind: 'organisation', state: 'offered' },
    { visitor: event.volunteers[0], kind: 'volunteer', state: 'offered' },
  ]);
});

test('an answer is kept with its time; the same again changes nothing', () => {
  const { state, facts } = answerOffer(offer, { event, form: yes, now: before });
  expect(state).toMatchObject({ state: 'accepted', answeredAt: before, version: 2 });
  expect(facts).toEqual([
    {
      type: 'offer.answered.v1',
      data: {
        event: event.event,
        kind: 'organisation',
        visitor: offer.visitor,
        version: 2,
        before: 'offered',
        answer: 'accepted',
      },
    },
  ]);
  expect(answerOffer(state, { event, form: yes, now: before })).toEqual({ state, facts: [] });
});

test('minds change until the day begins in London, and the reason goes with the decline', () => {
  const declined = answerOffer(accepted, { event, form: no, now: before }).state;
  expect(declined).toMatchObject({ state: 'declined', reason: 'Nobody is free' });
  expect(answerOffer(declined, { event, form: { ...yes, reason: 'stale' }, now: before }).state.reason).toBeUndefined();
  expect(() => answerOffer(accepted, { event, form: no, now: instant.parse('2025-03-03T00:00:00.000Z') })).toThrow(/too late/);
  expect(answerOffer(accepted, { event, form: yes, now: day }).facts).toEqual([]);
});

test('a cancelled event says who, when and what next, whatever is pressed', () => {
  const sentence =
    'The organiser cancelled “Bridges and boats” of Monday 3 March 2025 on Sunday 2 March 2025. You are not expected. Open your own page for your other places.';
  expect(() => answerOffer(offer, { event: cancelled, form: yes, now: before })).toThrow(sentence);
  expect(() => comeLate(accepted, { event: cancelled, form: { minutes: '10' }, now: day })).toThrow(sentence);
});

test('being late is for those who accepted, on the day, and one delay is told once', () => {
  const late = { event, form: { minutes: '10' }, now: day } as const;
  expect(() => comeLate(offer, late)).toThrow(/not accepted/);
  expect(() => comeLate(accepted, { ...late, now: before })).toThrow(/only on the day: Monday 3 March 2025/);
  const told = comeLate(accepted, late).state;
  expect(comeLate(told, { ...late, now: secondsAfter(day, sameDelay - 1) }).facts).toEqual([]);
  expect(comeLate(told, { ...late, now: secondsAfter(day, sameDelay) }).facts).toHaveLength(1);
  expect(comeLate(told, { ...late, form: { minutes: '30' } }).facts).toHaveLength(1);
});

test('after telling it several times only a telephone helps', () => {
  const often = { ...accepted, late: { minutes: '10', at: day, times: mostDelays } } as const;
  expect(() => comeLate(often, { event, form: { minutes: '20' }, now: day })).toThrow(/telephone/);
});

test('withdrawing declines what is still to come, tells it once for each place held, and leaves the past alone', () => {
  const declined: Offer = { ...offer, event: 'b', state: 'declined' };
  const past = { event: { ...event, halfDay: '2025-03-02-am' }, offer: { ...accepted, event: 'past' } };
  const held = [{ event, offer: accepted }, { event: { ...event, event: 'b' }, offer: declined }, past];
  const { released, facts } = releaseOffers(held, day);
  expect(released.map(({ event: of, state, version }) => [of, state, version])).toEqual([
    [event.event, 'declined', 3],
    ['b', 'declined', 2],
  ]);
  expect(facts.map(({ type }) => type)).toEqual(['offer.released.v1']);
  const form = { version: organisation.version };
  const withdrawn = withdrawOrganisation(organisation, { edition, form, now: before, held });
  expect(withdrawn.state).toMatchObject({ state: 'withdrawn', withdrawnAt: before });
  expect(withdrawOrganisation(withdrawn.state, { edition, form, now: before, held }).facts).toEqual([]);
});

test('what an organisation offers changes under its version, and says only what changed', () => {
  const { sessionTitle, formats, halfDays, workshopsPerHalfDay, placesPerWorkshop, yearGroups, needs } = organisation;
  const same = { sessionTitle, formats, halfDays, workshopsPerHalfDay, placesPerWorkshop, yearGroups, needs };
  const form = { version: organisation.version, ...same };
  expect(changeOrganisation(organisation, { edition, form, now: before }).facts).toEqual([]);
  const { needs: _, ...without } = form;
  const { state, facts } = changeOrganisation(organisation, { edition, form: without, now: before });
  expect(state.needs).toBeUndefined();
  expect(facts).toMatchObject([{ data: { changed: ['needs'] } }]);
  expect(() => changeOrganisation(state, { edition, form: { ...form, needs: 'Tables' }, now: before })).toThrow(
    /while you were looking/,
  );
  const elsewhere = { ...form, halfDays: ['2025-04-01-am'] };
  expect(() => changeOrganisation(organisation, { edition, form: elsewhere, now: before })).toThrow(/half-days/);
});

test('public credit can be taken back even after the report is out', () => {
  const form = { version: organisation.version, publicCredit: false };
  expect(changeCredit(organisation, { form, now: before }).state.publicCredit).toBe(false);
});

test('only organisations that were there and agreed are thanked, and one that declined was not there', () => {
  const held = { ...booking, attended: 28 };
  const there = countEvent(event, [held], [accepted]);
  expect(creditsOf([there], [organisation])).toEqual([organisation.name]);
  expect(creditsOf([there], [{ ...organisation, publicCredit: false }])).toEqual([]);
  expect(creditsOf([countEvent(event, [booking], [accepted])], [organisation])).toEqual([]);
  expect(creditsOf([countEvent(event, [held], [{ ...accepted, state: 'declined' }])], [organisation])).toEqual([]);
});
