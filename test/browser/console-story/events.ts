import { expect } from 'vitest';
import type { ConsoleChapter, OrganiserPerson } from './cast.ts';
import { bakery, bridges } from './imports.ts';
import { seeToday } from './today.ts';

export const monday = 'Monday 10 March: morning';
const afternoon = 'Monday 10 March: afternoon';
export const bread = 'Meet the bakers';
export const spans = 'Meet the bridge builders';
const reason = `${bakery} has a place at “${bread}” in this half-day`;

/** From any page of the week, fills in what makes an event of the Monday morning at the approved school. */
async function fillEvent({ by }: OrganiserPerson, title: string, short: string, organisations: readonly string[]): Promise<void> {
  await by.follow('Events');
  await by.follow('Record an event');
  await by.fill('Title', title);
  await by.fill('Short name', short);
  await by.choose('Kind of event', 'Special event');
  await by.select('Half-day', monday);
  for (const one of organisations) await by.tick(one);
  await by.fill(/^Venue/, 'Larkford Town Hall (fictional)');
  await by.fill('Sessions in the half-day', '2');
  await by.fill('Places for pupils', '60');
  await by.press('Record the event');
}

/** Two events are recorded, of which one has to move. */
export const makesEvents: readonly ConsoleChapter[] = [
  {
    tells: 'before anything is offered they hold what confirms places, to look at it first',
    happens: async ({ organiser }) => {
      const { by, sees } = organiser;
      await by.follow('Emails');
      await by.follow('Outbox');
      await by.choose('New emails that wait for you', 'Those that confirm or offer places');
      await by.press('Save');
      await sees('No email waits here.');
    },
  },
  {
    tells: 'they record two events: the second is refused with what it clashes with, and recorded all the same',
    happens: async ({ organiser }) => {
      const { by, sees } = organiser;
      await fillEvent(organiser, bread, 'bread', [bakery]);
      await sees(bread, monday, '60 of 60 free', 'Not answered yet');
      await by.select('School', 'Alder');
      await by.fill('Year 4', '30');
      await by.press('Book the places');
      await sees('30 of 60 free', 'Year 4: 30 pupils');
      await fillEvent(organiser, spans, 'spans', [bakery, bridges]);
      await sees('There is a problem', reason);
      await by.tick('Yes, go on all the same');
      await by.press('Record the event');
      await sees(spans, reason);
    },
  },
  {
    tells: 'the clash stands among what needs them, with its reason, until one of the two moves',
    happens: async ({ organiser, settled }) => {
      const { by, sees, seesNothingOf, page } = organiser;
      await settled();
      await seeToday(organiser);
      await by.follow('2 events that clash');
      await sees('2 events.', bread, spans);
      await by.follow(spans);
      await sees(reason);
      await by.follow('Move this event');
      await sees(reason, 'Who will be told by email');
      await by.select('New half-day', afternoon);
      await by.press('Move the event');
      await sees(spans, afternoon);
      await seesNothingOf('clashes');
      await settled();
      await seeToday(organiser);
      await seesNothingOf('clash');
      await by.follow('Events');
      const rows = await page.locator('tbody tr').allInnerTexts();
      expect(rows.map((one) => one.replaceAll(/\s+/g, ' ').trim())).toEqual([
        expect.stringMatching(`^${bread} ${monday} .* 30 30 `),
        expect.stringMatching(`^${spans} ${afternoon} .* 0 60 `),
      ]);
    },
  },
];
