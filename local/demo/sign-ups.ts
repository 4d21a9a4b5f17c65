import { yearGroups } from '#shared/domain/fields.ts';
import { accepted, listIn, openLink, organiserPath, publicPath, textIn, valueAt, type Week } from './browsing.ts';
import { halfDays, type PlannedOrganisation, type PlannedSchool, volunteerAddress } from './plan.ts';

/** Headcounts spread over Years 3 to 6. */
export function cohorts(pupils: number): Record<string, number> {
  const years = yearGroups.slice(3);
  return Object.fromEntries(
    years.map((year, index) => [`cohorts.${year}`, Math.floor((pupils * (index + 1)) / 4) - Math.floor((pupils * index) / 4)]),
  );
}

/** Registers a school by the public form. */
export async function registerSchool(week: Week, school: PlannedSchool): Promise<void> {
  const form = {
    urn: school.urn,
    roles: school.roles,
    'contact.name': 'School office (simulated)',
    'contact.email': school.email,
    ...cohorts(school.pupils),
    hallCapacity: school.roles.includes('host') ? 120 : undefined,
    halfDays: school.halfDays,
  };
  await accepted(week, `${publicPath}/schools/register`, form, '');
}

/** Signs an organisation and its volunteers up by the public forms. */
export async function signUp(week: Week, organisation: PlannedOrganisation, index: number): Promise<void> {
  const offer = {
    name: organisation.name,
    sector: organisation.sector,
    formats: organisation.formats,
    halfDays,
    workshopsPerHalfDay: 4,
    placesPerWorkshop: 30,
    yearGroups: yearGroups.slice(3),
    'contact.name': 'Volunteering team (simulated)',
    'contact.email': organisation.email,
    ...agreed,
    publicCredit: index < 7 ? 'yes' : 'no',
  };
  await accepted(week, `${publicPath}/organisations/sign-up`, offer, '');
  for (let person = 1; person <= organisation.volunteers; person += 1) {
    const form = {
      'contact.name': `Volunteer ${person} (simulated)`,
      'contact.email': volunteerAddress(index + 1, person),
      organisationName: organisation.name,
      halfDays: ['2025-03-03-am'],
      ...agreed,
    };
    await accepted(week, `${publicPath}/volunteers/sign-up`, form, '');
  }
}

/** Yes to each safeguarding statement. */
export const agreed = {
  'safeguarding.rules': 'yes',
  'safeguarding.neverAlone': 'yes',
  'safeguarding.photoId': 'yes',
  'safeguarding.noDbsCopy': 'yes',
};

/** Confirms a school as planned: by its own link, by the organiser, or not at all. */
export async function confirmSchool(week: Week, school: PlannedSchool): Promise<void> {
  if (school.ends === 'link') await confirmByLink(week, school.email);
  if (school.ends !== 'organiser') return;
  const rows = await registrationsOf(week);
  const path = `${organiserPath}/registrations/${school.urn}/${rows.get(school.urn)}/approve`;
  await accepted(week, path, {}, week.cookie);
}

/** Confirms whatever the newest link mailed to an address is for. */
export async function confirmByLink(week: Week, email: string): Promise<void> {
  await accepted(week, '/my/place/confirm', {}, await openLink(week, email));
}

async function registrationsOf(week: Week): Promise<Map<string, string>> {
  const rows = await everyRow(week, 'registrations');
  return new Map(rows.map((row) => [textIn(row, 'registration', 'urn'), textIn(row, 'registration', 'registration')]));
}

/** Reads the ids of all who take part from the organiser's lists. */
export async function readIds(week: Week): Promise<void> {
  const { plan } = week;
  for (const [urn, id] of await registrationsOf(week)) week.registrations.set(urn, id);
  const offers = await everyRow(week, 'organisations');
  for (const [index, { name }] of plan.organisations.entries()) {
    const offer = offers.find((one) => textIn(one, 'name') === name);
    if (offer) week.organisations.set(index, textIn(offer, 'organisation'));
  }
  if (!plan.helper) return;
  for (const one of await everyRow(week, 'volunteers'))
    week.volunteers.set(textIn(one, 'contact', 'email'), textIn(one, 'volunteer'));
}

/** A list of the organiser's, page after page. */
async function everyRow({ client, cookie }: Week, list: 'registrations' | 'organisations' | 'volunteers'): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (let query = ''; ; ) {
    const page = await client.read(`${organiserPath}/${list}${query}`, cookie);
    rows.push(...listIn(page, list));
    const next = valueAt(page, 'next');
    if (typeof next !== 'string') return rows;
    query = `?after=${encodeURIComponent(next)}`;
  }
}
