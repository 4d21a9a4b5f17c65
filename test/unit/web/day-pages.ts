import { type CheckIn, expectedGroups } from '#shared/domain/check-in.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { checkInPage, ownCheckInPage } from '#web/day/check-in-pages.ts';
import * as example from './examples.ts';
import { rotationBrief, rotationOf } from './rotation-pages.ts';

const { at, booking, event, setting } = example;
const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const newKey = () => 'request-key-0001';
const bookings = rotationBrief.schools.map(({ school: urn, name: schoolName, pupils }) => ({
  ...booking,
  urn,
  schoolName,
  pupils,
}));
const groups = expectedGroups(bookings, rotationOf(rotationBrief).plan.groups);
const counted = { edition: event.edition, event: event.event, expected: 12, at, by: 'school' as const };
const earlier: CheckIn['earlier'] = [{ state: 'no-show', came: [], at, by: 'organiser' }];
const checkIns: CheckIn[] = [
  { ...counted, group: 'group-1', state: 'came', came: [{ urn: '999001', pupils: 11 }], earlier, version: 2 },
  { ...counted, group: 'group-2', state: 'withdrew', came: [], earlier: [], version: 1 },
];
const page = { event, groups, checkIns, newKey };
const failed = {
  values: { group: ['group-3'] },
  issues: [{ path: 'came', message: 'If nobody came, press the button that says so' }],
};

export const dayPages: Readonly<Record<string, () => string>> = {
  'check-in': () => checkInPage({ ...console, ...page }),
  'check-in-viewer': () => checkInPage({ ...console, ...page, organiser: { name: 'Fictional Viewer', roles: [] } }),
  'check-in-errors': () => checkInPage({ ...console, ...page, filled: failed }),
  'check-in-no-groups': () => checkInPage({ ...console, ...page, groups: [], checkIns: [] }),
  'check-in-by-link': () => ownCheckInPage({ ...setting, ...page, groups: groups.slice(0, 2) }),
};
