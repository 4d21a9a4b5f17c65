import { expect } from 'vitest';
import { newestEntry, signIn, type WeekCast, type WeekChapter } from './cast.ts';
import { addresses, addressOf, alder, bramble, canal, engineering, firms, othersSayYes, thursday, title } from './scene.ts';

/** From any page of the week to the event's own. */
export async function openEvent({ organiser: { by } }: WeekCast): Promise<void> {
  await by.follow('Events');
  await by.follow(title);
}

async function book({ organiser: { by } }: WeekCast, school: string): Promise<void> {
  await by.select('School', school);
  await by.fill('Year 4', '24');
  await by.press('Book the places');
}

const invited = { method: 'REQUEST', summary: title, sequence: 0, starts: '2025-03-13T09:00:00.000Z' };

/** The rotation is formed: offered, booked, decided and planned. */
export const formsTheWeek: readonly WeekChapter[] = [
  {
    tells: 'the organiser forms a rotation event of four organisations, and books two schools until it is full',
    happens: async (cast) => {
      const { organiser, settled, larkford } = cast;
      const { by, sees } = organiser;
      await signIn(organiser);
      await by.follow('Events');
      await by.follow('Record an event');
      await by.fill('Title', title);
      await by.fill('Short name', 'thursday');
      await by.choose('Kind of event', 'Rotation event');
      await by.select('Half-day', thursday);
      for (const firm of firms) await by.tick(firm);
      await by.tick(/^V\. Fictional/);
      await by.fill(/^URN of the host school/, '900001');
      await by.fill('Sessions in the half-day', '4');
      await by.fill('Places for pupils', '48');
      await by.press('Record the event');
      await sees(title, '48 of 48 free', 'Not answered yet');
      await book(cast, 'Alder');
      await book(cast, 'Bramble');
      await sees('0 of 48 free', alder, bramble);
      await settled();
      expect(newestEntry(larkford, addresses.leaver)).toMatchObject(invited);
    },
  },
  {
    tells: 'an organisation says yes on a phone, and its invitation is in its inbox',
    happens: async ({ firm, open, settled, larkford }) => {
      await open(firm, `Can you come? ${title}, ${thursday}`);
      await firm.by.press(/^Yes, we can come.*: Thursday rotation$/);
      await firm.sees('You said yes. Thank you.');
      await othersSayYes(larkford);
      await settled();
      await firm.reads(`You said yes: ${title}, ${thursday}`);
      const shown = await firm.page.locator('li').allInnerTexts();
      expect(shown.some((one) => one.includes('(text/calendar, '))).toBe(true);
      expect(newestEntry(larkford, addressOf(engineering))).toMatchObject(invited);
    },
  },
  {
    tells: 'a volunteer’s fourth day waits at the safeguarding line, and is decided with all its days in view',
    happens: async (cast) => {
      const { volunteer, organiser, open, settled, larkford } = cast;
      await open(volunteer, `Can you come? ${title}, ${thursday}`);
      await volunteer.by.press(/^Yes, I can come.*: Thursday rotation$/);
      await volunteer.sees('The safeguarding lead looks at it first');
      await settled();
      expect(newestEntry(larkford, addresses.volunteer)?.summary).not.toBe(title);
      const { by, sees } = organiser;
      await by.follow('Edition');
      await by.follow('1 place that waits for the safeguarding lead');
      await by.follow('V. Fictional');
      await sees('on 4 days within 30 days', 'Monday 10 March', 'Tuesday 11 March', 'Wednesday 12 March', 'Thursday 13 March');
      await by.choose('What do you decide?', 'They come: confirm the place');
      await by.fill('Reason', 'The enhanced check was seen today.');
      await by.press('Record the decision');
      await sees('The place is confirmed.', 'Comes', 'The enhanced check was seen today.');
      await settled();
      await volunteer.reads(`Your place is confirmed: ${title}, ${thursday}`);
      expect(newestEntry(larkford, addresses.volunteer)).toMatchObject(invited);
    },
  },
  {
    tells: 'a school that is refused waits; another withdraws, and its places are offered and taken',
    happens: async (cast) => {
      const { waiter, leaver, open, settled, larkford } = cast;
      await open(waiter, `Confirm the place of ${canal}`);
      await waiter.by.follow('Ask for places, or see where you wait');
      await waiter.by.follow(title);
      await waiter.by.fill('Year 4', '24');
      await waiter.by.press('Ask for these places');
      await waiter.sees('You wait with 24 pupils', 'You are the only school that waits.', 'No place is free now.');
      await open(leaver, `You have places for 24 pupils on ${thursday}`);
      await leaver.by.follow('Withdraw your school');
      await leaver.by.press('Withdraw our school');
      await leaver.sees('Your school has withdrawn.');
      await settled();
      expect(newestEntry(larkford, addresses.leaver)).toMatchObject({ method: 'CANCEL', summary: title, sequence: 1 });
      await open(waiter, `Places for 24 pupils: ${title}, ${thursday}. Please say yes or no`);
      await waiter.by.follow('Ask for places, or see where you wait');
      await waiter.by.follow(title);
      await waiter.by.press('Yes, we take the places');
      await waiter.sees(title, 'Year 4: 24 pupils');
      await settled();
      expect(newestEntry(larkford, addresses.waiter)).toMatchObject(invited);
    },
  },
  {
    tells: 'the organiser plans the rotation, which is checked in a second way, and prints its cards',
    happens: async (cast) => {
      const { by, sees, seesNothingOf } = cast.organiser;
      await openEvent(cast);
      await sees(canal, '0 of 48 free');
      await by.follow('Rotation plan, cards and rescue');
      await seesNothingOf(bramble);
      await by.fill('When does the first slot start?', '09:15');
      await by.fill('How many slots are there?', '4');
      await by.fill('Rooms', 'Hall\nLibrary\nStudio\nYear 4 room');
      await by.fill('School adults who lead a group', [alder, canal].map((one) => `${one}: First\n${one}: Second`).join('\n'));
      await by.fill(/^How many groups/, '4');
      await by.press('Make the plan');
      await sees('We checked this plan in a second way: 16 meetings', 'Group 4', '09:15 to 09:35');
      await by.follow('Cards, doors, day sheet and badges to print');
      await sees('Group 4', 'Door: Studio', 'Day sheet for the host', 'Fictional Radio');
    },
  },
];
