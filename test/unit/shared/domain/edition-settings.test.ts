import { describe, expect, test } from 'vitest';
import { halfDaysOf } from '#shared/domain/edition.ts';
import { changeEdition, cloneEdition, settingsForm } from '#shared/domain/edition-settings.ts';
import { daysAfter, instant } from '#shared/kernel/time.ts';
import { setting } from '../../web/examples.ts';

const { edition } = setting;
const now = instant.parse('2025-01-20T09:30:00.000Z');
const { name, starts, ends, registrationOpens, registrationCloses, surveyCloses, version } = edition;
const same = { name, starts, ends, registrationOpens, registrationCloses, surveyCloses, version };
const formOf = (more: object = {}) => settingsForm.parse({ ...same, ...more });
const change = (more: object, usedHalfDays: readonly string[] = []) =>
  changeEdition(edition, { form: formOf(more), usedHalfDays, now });

describe('an edition’s settings', () => {
  test('the same again changes nothing', () => {
    expect(change({})).toEqual({ state: edition, facts: [] });
    expect(change({ closedDays: [] })).toEqual({ state: edition, facts: [] });
  });

  test('say what was changed, and nobody can then choose a closed day', () => {
    const { state, facts } = change({
      closedDays: [`${daysAfter(starts, 1)}\n${daysAfter(starts, 1)}, ${daysAfter(starts, 2)}`],
    });
    expect(facts).toEqual([{ type: 'edition.changed.v1', data: { changed: ['closedDays'], version: edition.version + 1 } }]);
    expect(state.closedDays).toEqual([daysAfter(starts, 1), daysAfter(starts, 2)]);
    expect(halfDaysOf(edition).filter((one) => !halfDaysOf(state).includes(one))).toEqual([
      `${daysAfter(starts, 1)}-am`,
      `${daysAfter(starts, 1)}-pm`,
      `${daysAfter(starts, 2)}-am`,
      `${daysAfter(starts, 2)}-pm`,
    ]);
  });

  test('cannot take away a day on which an event stands', () => {
    expect(() => change({ closedDays: [starts] }, [`${starts}-pm`])).toThrow(/^Events take place on /);
    expect(() => change({ starts: daysAfter(starts, 1) }, [`${starts}-am`])).toThrow(/^Events take place on /);
    expect(change({ closedDays: [starts] }, [`${daysAfter(starts, 1)}-am`]).facts).toHaveLength(1);
  });

  test('of which somebody saw an older version are not overwritten, and those of an edition that is over stay', () => {
    const form = formOf({ version: version - 1, name: 'Another name' });
    expect(() => changeEdition(edition, { form, usedHalfDays: [], now })).toThrow(/Somebody else changed/);
    const over = { ...edition, state: 'reported' as const };
    expect(() => changeEdition(over, { form: formOf({ name: 'Another name' }), usedHalfDays: [], now })).toThrow(/is over/);
  });

  test.each([
    [{ ends: daysAfter(starts, -1) }, 'ends', 'The last day must not be before the first'],
    [{ registrationCloses: daysAfter(registrationOpens, -1) }, 'registrationCloses', 'Registration must close after it opens'],
    [{ surveyCloses: daysAfter(ends, -1) }, 'surveyCloses', 'The survey must close after the last day'],
    [{ closedDays: ['Tuesday'] }, 'closedDays', 'Enter real dates, like 2025-03-03'],
    [{ closedDays: ['2025-02-30'] }, 'closedDays', 'Enter real dates, like 2025-03-03'],
  ])('refuse %j with what to mend', (more, path, message) => {
    const issues = settingsForm.safeParse({ ...same, ...more }).error?.issues ?? [];
    expect(issues.map((issue) => ({ path: issue.path[0], message: issue.message }))).toEqual([{ path, message }]);
  });

  test('carry over to the next edition but for the days', () => {
    const lead = { name: 'L. Fictional', email: 'lead@larkford.example' };
    const next = cloneEdition(
      { ...edition, closedDays: [starts], welcome: 'Welcome', safeguardingLead: lead },
      { ...same, edition: 'larkford-2026' },
    );
    expect(next).toMatchObject({
      edition: 'larkford-2026',
      state: 'draft',
      welcome: 'Welcome',
      safeguardingLead: lead,
      version: 1,
    });
    expect(next.closedDays).toBeUndefined();
  });
});
