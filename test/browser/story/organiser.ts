import type { Person } from '../person.ts';

/** Signs in at the local sign-in, and goes to the week. */
export async function signIn({ page, by, sees }: Person, who = 'Larkford organiser (fictional)'): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/organiser');
  await sees('Sign in first');
  await by.follow('Sign in as an organiser');
  await by.press('Sign in');
  await by.press(who);
  await sees('Programmes and editions');
  await by.follow('Larkford Primary Aspirations Week 2025');
}

/** Records an event at the first school, for which the organisation and the volunteer are asked; leaves its page open. */
export async function recordEvent({ by, sees }: Person): Promise<void> {
  await by.follow('Events');
  await by.follow('Record an event');
  await by.fill('Title', 'Monday rotation');
  await by.fill('Short name', 'monday');
  await by.choose('Kind of event', 'Rotation event');
  await by.select('Half-day', 'Monday 10 March: morning');
  await by.tick('Fictional Engineering');
  await by.tick(/^V\. Fictional/);
  await by.fill(/^URN of the host school/, '900001');
  await by.fill('Sessions in the half-day', '4');
  await by.fill('Places for pupils', '60');
  await by.press('Record the event');
  await sees('Monday rotation', '60 of 60 free', 'Not answered yet');
}

/** Books pupils of Year 4, from the event's page. */
export async function book({ by }: Person, school: string, pupils: string): Promise<void> {
  await by.select('School', school);
  await by.fill('Year 4', pupils);
  await by.press('Book the places');
}

/** From the week's page to the event's. */
export async function openEvent({ by }: Person): Promise<void> {
  await by.follow('Events');
  await by.follow('Monday rotation');
}

/** From any page of the week, moves it on to its next state. */
export async function moveOn({ by, sees }: Person, to: string): Promise<void> {
  await by.follow('Edition');
  await by.press(`Move on to “${to}”`);
  await sees(`State ${to}`);
}

/** The table of the statements, row by row, on a page that has it. */
export async function publishedRows({ page }: Person): Promise<readonly string[][]> {
  const rows = await page.locator('tbody tr').allInnerTexts();
  return rows.map((row) => row.split(/\s*\t\s*/));
}
