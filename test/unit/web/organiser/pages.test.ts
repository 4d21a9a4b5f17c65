import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { backToList } from '#shared/system/routes/declaration.ts';
import { organiserEditionPage } from '#web/organiser/edition.ts';
import { eventPage } from '#web/organiser/event.ts';
import { organiserImpactPage } from '#web/organiser/impact.ts';
import { registrationsPage } from '#web/organiser/lists.ts';
import { booking, edition, event, programme, registration, school, total } from '../examples.ts';
import { publishedReport, waitingReport } from '#test/unit/report-examples.ts';
import { journeyPages } from '../journey-pages.ts';
import { elementsOf, textOf } from '../page-text.ts';

const console = { organiser: { name: 'Fictional Organiser', roles: organiserRoles }, programme, edition };
const formsOf = (document: string) =>
  elementsOf(parse(document)).flatMap(({ name, attributes }) =>
    name === 'form' ? [`${attributes['method']} ${attributes['action']}`] : [],
  );
const wordsOf = (document: string) => textOf(parse(document)).replace(/\s+/g, ' ');
const organiserPages = Object.entries(journeyPages).filter(([name]) => name.startsWith('organiser-'));

describe('every organiser’s page', () => {
  it.each(organiserPages.map(([name, show]) => ({ name, show })))(
    'says who is signed in and signs out by a button: $name',
    ({ show }) => {
      expect(formsOf(show())).toContain('post /sign-out');
      expect(wordsOf(show())).toContain('Signed in as Fictional Organiser.');
    },
  );

  it.each(organiserPages.filter(([name]) => !name.includes('home')).map(([name, show]) => ({ name, show })))(
    'leads to all lists of the edition: $name',
    ({ show }) => {
      const links = elementsOf(parse(show())).map(({ attributes }) => attributes['href']);
      for (const list of ['registrations', 'organisations', 'volunteers', 'events', 'mails', 'impact']) {
        expect(links).toContain(`/organiser/editions/larkford-2025/${list}`);
      }
    },
  );
});

describe('an edition', () => {
  it.each([
    ['draft', 'open'],
    ['open', 'running'],
    ['running', 'surveying'],
    ['surveying', 'reported'],
  ] as const)('that is %s can be moved on to %s alone', (state, next) => {
    const document = organiserEditionPage({
      ...console,
      edition: { ...edition, state },
      total,
      tasks: [],
      today: edition.starts,
    });
    const states = elementsOf(parse(document)).flatMap(({ attributes }) =>
      attributes['name'] === 'state' ? [attributes['value']] : [],
    );
    expect(states).toEqual([next]);
  });

  it('that is reported moves no further', () => {
    expect(
      formsOf(
        organiserEditionPage({ ...console, edition: { ...edition, state: 'reported' }, total, tasks: [], today: edition.starts }),
      ),
    ).toEqual(['post /sign-out']);
  });
});

describe('the list of schools', () => {
  const pending = { ...registration, state: 'pending' as const, registration: 'b'.repeat(20), schoolName: 'Zebra School' };
  const document = registrationsPage({
    ...console,
    chosen: { needs: 'approve', q: 'zebra & co' },
    first: true,
    next: undefined,
    looked: undefined,
    rows: [
      { row: registration, mail: undefined },
      { row: pending, mail: 'bounced' },
    ],
  });

  it('has a button to approve for what is pending, which leads back to the list as it is filtered', () => {
    const list = '/organiser/editions/larkford-2025/registrations';
    const approve = `post ${list}/${school.urn}/${pending.registration}/approve`;
    expect(formsOf(document)).toEqual([`get ${list}`, approve, 'post /sign-out']);
    const back = elementsOf(parse(document)).find(({ attributes }) => attributes['name'] === 'back');
    expect(back?.attributes['value']).toBe('needs=approve&q=zebra+%26+co');
    expect(backToList.safeParse({ back: back?.attributes['value'] }).success).toBe(true);
  });

  it('shows that mails do not arrive', () => {
    expect(wordsOf(document)).toContain('Emails do not arrive');
  });
});

describe('an event', () => {
  const second = { ...booking, urn: '999002', schoolName: 'Second School' };
  const show = (filled?: Parameters<typeof eventPage>[0]['filled']) =>
    eventPage({
      ...console,
      event,
      now: registration.submittedAt,
      bookings: [booking, second],
      replies: [],
      registrations: [registration],
      requestKey: 'request-key-0001',
      filled,
    });

  it('has a headcount for each school and a form to book', () => {
    const path = 'post /organiser/editions/larkford-2025/events/monday-rotation';
    expect(formsOf(show())).toEqual([`${path}/attendance`, `${path}/attendance`, `${path}/bookings`, 'post /sign-out']);
  });

  it('shows a wrong headcount at its own school only', () => {
    const document = show({
      values: { urn: ['999002'], attended: ['many'] },
      issues: [{ path: 'attended', message: 'Enter how many pupils came' }],
    });
    const elements = elementsOf(parse(document));
    const wrong = elements.filter(({ attributes }) => attributes['class']?.includes('govuk-input--error'));
    expect(wrong.map(({ attributes }) => [attributes['id'], attributes['value']])).toEqual([['attended-999002', 'many']]);
    expect(elements.some(({ attributes }) => attributes['href'] === '#attended-999002')).toBe(true);
  });
});

describe('the figures', () => {
  const forms = (more: Partial<Parameters<typeof organiserImpactPage>[0]>) =>
    formsOf(organiserImpactPage({ ...console, total, report: undefined, ...more }));
  const prepare = 'post /organiser/editions/larkford-2025/impact/prepare';
  const publish = 'post /organiser/editions/larkford-2025/impact/publish';

  it('can be prepared once something was counted, by a coordinator', () => {
    expect(forms({})).toContain(prepare);
    expect(forms({ total: undefined })).not.toContain(prepare);
    expect(forms({ organiser: { ...console.organiser, roles: ['publisher'] } })).not.toContain(prepare);
  });

  it('are published by a publisher who did not prepare them', () => {
    expect(forms({})).not.toContain(publish);
    expect(forms({ waiting: { report: waitingReport, mine: false } })).toContain(publish);
    expect(forms({ waiting: { report: waitingReport, mine: true } })).not.toContain(publish);
    const coordinator = { ...console.organiser, roles: ['coordinator' as const] };
    expect(forms({ waiting: { report: waitingReport, mine: false }, organiser: coordinator })).not.toContain(publish);
  });

  it('say when they were published', () => {
    expect(wordsOf(organiserImpactPage({ ...console, total, report: publishedReport }))).toContain(
      'Version 1, published on 1 April 2025 at 12:05.',
    );
  });
});
