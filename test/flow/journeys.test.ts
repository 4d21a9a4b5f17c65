import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tokenHash } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';
import { trapField } from '#shared/system/protections.ts';
import { controlsOf, valuesOf } from '#test/unit/web/form-controls.ts';
import { type Browser, createBrowser, type Page } from './browser.ts';
import { contact, type Fields, organisationSteps, schoolSteps, type Steps, volunteerSteps } from './journey-answers.ts';
import { agreed, edition, type Larkford, openLink, organisationForm, organiserList, startLarkford } from './larkford.ts';

let larkford: Larkford;
let browser: Browser;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());
beforeEach(() => {
  browser = createBrowser(larkford.system.origin);
});

/** Registration closes on 3 March. */
const afterRegistration = instant.parse('2025-03-04T10:00:00.000Z');
const apply = `/editions/${edition}/apply`;
/** Posts a page as it is, with what was typed into it, as a browser does. */
async function fill(address: string, typed: Fields, by = browser): Promise<Page> {
  const page = await by.get(address);
  if (page.status !== 200) throw new Error(`${address} answered ${page.status}`);
  return by.post(address, { ...valuesOf(controlsOf(page.text, address)), ...typed });
}

async function begin(kind: string, given: Fields = {}, by = browser): Promise<void> {
  const started = await by.post(`${apply}/${kind}`, given);
  expect(started.status).toBe(303);
}

async function answerAll(kind: string, steps: Steps, by = browser): Promise<Page | undefined> {
  let last: Page | undefined;
  for (const [step, typed] of steps) {
    last = await fill(`${apply}/${kind}/${step}`, typed, by);
    expect(last.status, step).toBe(303);
  }
  return last;
}

/** A person takes a while. */
function think(): void {
  larkford.system.clock.advance(30);
}

async function send(kind: string, by = browser): Promise<Page> {
  think();
  return fill(`${apply}/${kind}/check`, {}, by);
}

async function registrationsOf(email: string) {
  const { registrations = [] } = await organiserList(larkford, 'registrations');
  return registrations.filter(({ registration }) => JSON.stringify(registration).includes(email));
}

function h1(page: Page): string {
  return /<h1[^>]*>\s*(?:<label[^>]*>)?\s*([^<]*)/.exec(page.text)?.[1]?.trim() ?? '';
}

describe('a whole journey', () => {
  test.each([
    ['school', { urn: '900001' }, schoolSteps('whole@school.example')],
    ['organisation', {}, organisationSteps('whole@works.example')],
    ['volunteer', {}, volunteerSteps('whole@volunteer.example')],
  ] as const)('of a %s leads from question to question, is sent, and mailed', async (kind, given, steps) => {
    await begin(kind, given);
    for (const [index, [step, typed]] of steps.entries()) {
      const sent = await fill(`${apply}/${kind}/${step}`, typed);
      expect(sent.location, step).toBe(`${apply}/${kind}/${steps[index + 1]?.[0] ?? 'check'}`);
    }
    const receipt = await send(kind);
    expect(receipt.location).toBe(`${apply}/${kind}/sent`);
    const page = await browser.get(receipt.location ?? '');
    expect(page.text).toMatch(/<strong>[A-Z2-7]{4}-[A-Z2-7]{4}<\/strong>/);
    await larkford.system.settle();
    expect(larkford.system.inbox.list({ to: `whole@${kind === 'organisation' ? 'works' : kind}.example` })).toHaveLength(1);
  });

  test('keeps what was typed: “any half-day” is every half-day, and only a host has a hall', async () => {
    await begin('school', { urn: '900002' });
    await answerAll('school', schoolSteps('kept@school.example'));
    await send('school');
    const [kept] = await registrationsOf('kept@school.example');
    const registration: Record<string, unknown> = kept?.registration ?? {};
    expect(registration['halfDays']).toHaveLength(10);
    expect(registration).toMatchObject({ hallCapacity: 120, wishes: 'Green jobs', cohorts: { year4: 30 }, state: 'pending' });
  });

  test('asks the people whom an organisation named to sign up, once it has confirmed and not before', async () => {
    const named = ['named.one@works.example', 'named.two@works.example'];
    const steps = organisationSteps('names@works.example').map(
      ([step, typed]) => [step, step === 'people' ? { colleagues: named } : typed] as const,
    );
    await begin('organisation');
    await answerAll('organisation', steps);
    await send('organisation');
    await larkford.system.settle();
    const invitationsTo = (to: string) => larkford.system.inbox.list({ to });
    expect(named.flatMap(invitationsTo)).toEqual([]);
    await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, 'names@works.example'));
    await larkford.system.settle();
    for (const to of named) {
      const [mail] = invitationsTo(to);
      const link = new URL(mail?.links.find((one) => one.includes('/apply/volunteer?organisation=')) ?? '');
      expect((await browser.get(link.pathname + link.search)).status).toBe(200);
    }
  });

  test('names one person at most five times an hour', async () => {
    const answers = [];
    for (let count = 1; count <= 6; count += 1) {
      const form = organisationForm({
        name: `Works ${count}`,
        'contact.email': `w${count}@flood.example`,
        colleagues: ['victim@flood.example'],
      });
      answers.push(await larkford.client.post(`/editions/${edition}/organisations/sign-up`, form));
    }
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429]);
  });

  test('gives an organisation the link that its people sign up by', async () => {
    await begin('organisation');
    await answerAll('organisation', organisationSteps('people@works.example'));
    await send('organisation');
    const { text } = await browser.get(`${apply}/organisation/sent`);
    const link = /https?:\/\/[^"]*\?organisation=[a-z2-7]{20}/.exec(text)?.[0] ?? '';
    const person = createBrowser(larkford.system.origin);
    const page = await person.get(new URL(link).pathname + new URL(link).search);
    expect(page.text).toContain('the organisation that sent you this link');
    await begin('volunteer', valuesOf(controlsOf(page.text, `${apply}/volunteer`)), person);
    await answerAll(
      'volunteer',
      volunteerSteps('first@works.example').filter(([step]) => step !== 'with-whom'),
      person,
    );
    expect((await send('volunteer', person)).location).toBe(`${apply}/volunteer/sent`);
    const { volunteers = [] } = await organiserList(larkford, 'volunteers');
    expect(JSON.stringify(volunteers)).toContain(new URL(link).searchParams.get('organisation'));
  });
});

describe('a mistake', () => {
  beforeEach(() => begin('school', { urn: '900003' }));

  test('shows the page again with what was typed, and nothing of it is kept', async () => {
    const mistaken = await fill(`${apply}/school/you`, contact('not an address'));
    expect(mistaken.status).toBe(422);
    expect(mistaken.text).toContain('<title>Error: ');
    expect(valuesOf(controlsOf(mistaken.text, `${apply}/school/you`))['contact.email']).toEqual(['not an address']);
    const { text } = await browser.get(`${apply}/school/you`);
    expect(valuesOf(controlsOf(text, `${apply}/school/you`))['contact.email']).toEqual(['']);
  });

  test('a host who leaves the hall out is asked for it', async () => {
    await answerAll('school', schoolSteps('hall@school.example').slice(0, 2));
    expect((await fill(`${apply}/school/hosting`, { hallCapacity: '' })).status).toBe(422);
  });

  test('a half-day that the edition does not have is refused', async () => {
    await answerAll('school', schoolSteps('slot@school.example').slice(0, 4));
    expect((await fill(`${apply}/school/half-days`, { halfDays: ['1999-01-01-am'] })).status).toBe(422);
  });

  test('a field that the page does not have changes nothing', async () => {
    await fill(`${apply}/school/you`, { ...contact('extra@school.example'), roles: 'host' });
    const { text } = await browser.get(`${apply}/school/take-part`);
    expect(valuesOf(controlsOf(text, `${apply}/school/take-part`))['roles']).toBeUndefined();
  });

  test('a robot that fills the trap gets no further', async () => {
    const refused = await fill(`${apply}/school/you`, { ...contact('robot@school.example'), [trapField]: 'x' });
    expect(refused.status).toBe(422);
  });

  test('whoever says no to a safeguarding statement cannot go on', async () => {
    await begin('volunteer');
    await answerAll('volunteer', volunteerSteps('no@volunteer.example').slice(0, 4));
    const refused = await fill(`${apply}/volunteer/safeguarding`, { ...agreed, 'safeguarding.neverAlone': 'no' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('only if you can say yes');
  });
});

describe('finding the way', () => {
  test('a page ahead of the answers leads to the first open question', async () => {
    await begin('school', { urn: '900004' });
    for (const step of ['check', 'half-days', 'hosting', 'sent']) {
      expect((await browser.get(`${apply}/school/${step}`)).location, step).toBe(`${apply}/school/you`);
    }
    expect((await browser.post(`${apply}/school/check`)).location).toBe(`${apply}/school/you`);
  });

  test('Change leads back to the check, by way of what the change made necessary', async () => {
    await begin('school', { urn: '900004' });
    await answerAll('school', [
      ['you', contact('change@school.example')],
      ['take-part', { roles: ['online'] }],
      ...schoolSteps('').slice(3),
    ]);
    const check = await browser.get(`${apply}/school/check`);
    expect(check.text).not.toContain('Hall holds');
    expect(check.text).toContain(`${apply}/school/take-part?change=1`);
    const changed = await fill(`${apply}/school/take-part?change=1`, { roles: ['host'] });
    expect(changed.location).toBe(`${apply}/school/hosting`);
    expect((await fill(`${apply}/school/hosting`, { hallCapacity: '90' })).location).toBe(`${apply}/school/check`);
    await fill(`${apply}/school/take-part?change=1`, { roles: ['online'] });
    await send('school');
    const [kept] = await registrationsOf('change@school.example');
    expect(kept?.registration).not.toHaveProperty('hallCapacity');
  });

  test('Back shows what was typed, and the way on is the first open question', async () => {
    await begin('school', { urn: '900004' });
    await answerAll('school', schoolSteps('back@school.example').slice(0, 3));
    const { text } = await browser.get(`${apply}/school/you`);
    expect(valuesOf(controlsOf(text, `${apply}/school/you`))['contact.email']).toEqual(['back@school.example']);
    expect((await fill(`${apply}/school/you`, contact('other@school.example'))).location).toBe(`${apply}/school/pupils`);
  });

  test('Back from the first question leads to the school that was chosen', async () => {
    await begin('school', { urn: '900004' });
    expect((await browser.get(`${apply}/school/you`)).text).toContain(`href="${apply}/school?urn=900004"`);
    await fill(`${apply}/school/you`, contact('first@school.example'));
    expect((await browser.get(`${apply}/school/take-part`)).text).toContain(`href="${apply}/school/you"`);
    const begun = await browser.get(`${apply}/school?urn=900004`);
    expect(begun.text).toContain(`href="${apply}/school/take-part"`);
  });

  test('unknown journeys, pages and editions are not found', async () => {
    for (const path of [`${apply}/teacher`, `${apply}/school/nowhere`, '/editions/nowhere/apply/school']) {
      expect((await browser.get(path)).status, path).toBe(404);
    }
  });

  test('a school that is not open or not chosen cannot begin', async () => {
    expect((await browser.get(`${apply}/school`)).text).toContain('Choose your school first');
    for (const urn of ['', '100001', '9'.repeat(7)]) {
      expect((await browser.post(`${apply}/school`, { urn })).status, urn).toBe(422);
    }
    expect(browser.jar.size).toBe(0);
  });

  test('a school that has a place is told so, without a name', async () => {
    await begin('school', { urn: '900005' });
    await answerAll('school', schoolSteps('taken@school.example'));
    await send('school');
    const [kept] = await registrationsOf('taken@school.example');
    const path = `/organiser/editions/${edition}/registrations/900005/${kept?.registration['registration']}/approve`;
    await larkford.client.post(path, {}, larkford.organiser);
    const { text } = await createBrowser(larkford.system.origin).get(`${apply}/school?urn=900005`);
    expect(text).toContain('Somebody from this school registered on Monday 13 January 2025');
    expect(text).not.toContain('A. Fictional');
  });
});

describe('sending', () => {
  test('comes too soon for a person: it says so, and a second try is sent', async () => {
    const began = larkford.system.clock.now();
    await begin('volunteer');
    await answerAll('volunteer', volunteerSteps('fast@volunteer.example'));
    larkford.system.clock.set(began);
    const fast = await fill(`${apply}/volunteer/check`, {});
    expect(fast.status).toBe(422);
    expect(fast.text).toContain('That was very fast.');
    expect((await send('volunteer')).status).toBe(303);
  });

  test('happens once for each draft, however often and from however many tabs', async () => {
    await begin('school', { urn: '900006' });
    await answerAll('school', schoolSteps('once@school.example'));
    think();
    const form = valuesOf(controlsOf((await browser.get(`${apply}/school/check`)).text, `${apply}/school/check`));
    const answers = await Promise.all([1, 2, 3].map(() => browser.post(`${apply}/school/check`, form)));
    for (const answer of answers) expect(answer.location).toBe(`${apply}/school/sent`);
    await larkford.system.settle();
    expect(await registrationsOf('once@school.example')).toHaveLength(1);
    expect(larkford.system.inbox.list({ to: 'once@school.example' })).toHaveLength(1);
  });

  test('of what is already confirmed says so, and keeps the answers', async () => {
    const signUp = async () => {
      await begin('volunteer');
      await answerAll('volunteer', volunteerSteps('twice@volunteer.example'));
      return send('volunteer');
    };
    await signUp();
    await larkford.system.settle();
    await larkford.client.post('/my/place/confirm', {}, await openLink(larkford, 'twice@volunteer.example'));
    const again = await signUp();
    expect(again.status).toBe(409);
    expect(again.text).toContain('You have already signed up and confirmed.');
    expect(again.text).toContain('twice@volunteer.example');
    expect((await browser.get(`${apply}/volunteer/offer`)).text).toContain('A talk');
  });

  test('makes every page of the draft the receipt, also one that was still open', async () => {
    await begin('volunteer');
    await answerAll('volunteer', volunteerSteps('stale@volunteer.example'));
    const open = valuesOf(controlsOf((await browser.get(`${apply}/volunteer/you`)).text, `${apply}/volunteer/you`));
    await send('volunteer');
    for (const step of ['you', 'check', 'offer']) {
      expect((await browser.get(`${apply}/volunteer/${step}`)).location, step).toBe(`${apply}/volunteer/sent`);
    }
    const late = await browser.post(`${apply}/volunteer/you`, { ...open, ...contact('late@volunteer.example') });
    expect(late.location).toBe(`${apply}/volunteer/sent`);
    const { volunteers = [] } = await organiserList(larkford, 'volunteers');
    expect(JSON.stringify(volunteers)).not.toContain('late@volunteer.example');
  });

  test('leaves nothing of what was typed behind, and the next sign-up is a new draft', async () => {
    await begin('volunteer');
    await answerAll('volunteer', volunteerSteps('gone@volunteer.example'));
    const token = browser.jar.get('__Host-draft-volunteer') ?? '';
    await send('volunteer');
    const key = { edition, hash: tokenHash(token), journey: 'volunteer' };
    const sent = await larkford.read.get('draft', key);
    expect(sent).toMatchObject({ values: {}, done: [], sent: { reference: expect.stringMatching(/^.{4}-.{4}$/) } });
    const start = await browser.get(`${apply}/volunteer`);
    expect(start.text).toContain('You have sent your answers');
    await begin('volunteer');
    expect(browser.jar.get('__Host-draft-volunteer')).not.toBe(token);
    const { text } = await browser.get(`${apply}/volunteer/you`);
    expect(text).not.toContain('gone@volunteer.example');
  });

  test('after registration has closed shows that, at every page', async () => {
    await begin('volunteer');
    await answerAll('volunteer', volunteerSteps('shut@volunteer.example'));
    const form = valuesOf(controlsOf((await browser.get(`${apply}/volunteer/check`)).text, `${apply}/volunteer/check`));
    const now = larkford.system.clock.now();
    try {
      larkford.system.clock.set(afterRegistration);
      for (const step of ['', '/you', '/check']) {
        const page = await browser.get(`${apply}/volunteer${step}`);
        expect(h1(page), step).toBe('Sign-up has closed');
      }
      expect((await browser.post(`${apply}/volunteer/check`, form)).status).toBe(409);
    } finally {
      larkford.system.clock.set(now);
    }
  });
});

describe('the draft', () => {
  test('two tabs lose nothing of each other', async () => {
    await begin('school', { urn: '900007' });
    await answerAll('school', schoolSteps('tabs@school.example'));
    const pages = await Promise.all(['you', 'pupils', 'needs'].map((step) => browser.get(`${apply}/school/${step}`)));
    const forms = pages.map(({ text }, index) =>
      valuesOf(controlsOf(text, `${apply}/school/${['you', 'pupils', 'needs'][index]}`)),
    );
    const typed = [contact('both@school.example'), { 'cohorts.year4': '31' }, { wishes: 'Red jobs' }];
    await Promise.all(
      ['you', 'pupils', 'needs'].map((step, index) =>
        browser.post(`${apply}/school/${step}`, { ...forms[index], ...typed[index] }),
      ),
    );
    const { text } = await browser.get(`${apply}/school/check`);
    for (const one of ['both@school.example', 'Year 4: 31', 'Red jobs']) expect(text).toContain(one);
  });

  test('is found by its cookie alone, which lasts as long as it does', async () => {
    const started = await browser.post(`${apply}/volunteer`);
    expect(started.setCookies[0]).toMatch(
      /^__Host-draft-volunteer=[\w-]{43}; Max-Age=604800; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
    const other = await createBrowser(larkford.system.origin).get(`${apply}/volunteer/you`);
    expect([other.status, h1(other)]).toEqual([410, 'Your answers are no longer here']);
  });

  test('is kept for 7 days after the last change, and then is gone', async () => {
    const now = larkford.system.clock.now();
    try {
      await begin('volunteer');
      larkford.system.clock.advance(6 * 86_400);
      expect((await fill(`${apply}/volunteer/you`, contact('week@volunteer.example'))).status).toBe(303);
      larkford.system.clock.advance(6 * 86_400);
      expect((await browser.get(`${apply}/volunteer/half-days`)).location).toBe(`${apply}/volunteer/with-whom`);
      larkford.system.clock.advance(86_401);
      expect((await browser.get(`${apply}/volunteer/you`)).status).toBe(410);
      expect((await browser.post(`${apply}/volunteer/you`, contact('week@volunteer.example'))).status).toBe(410);
    } finally {
      larkford.system.clock.set(now);
    }
  });

  test('is deleted by “start again”, and an old page does not fill the new one', async () => {
    await begin('volunteer');
    await answerAll('volunteer', volunteerSteps('mine@volunteer.example').slice(0, 1));
    const open = valuesOf(controlsOf((await browser.get(`${apply}/volunteer/you`)).text, `${apply}/volunteer/you`));
    const deleted = await browser.post(`${apply}/volunteer`, { again: 'yes' });
    expect(deleted.location).toBe(`${apply}/volunteer`);
    expect(browser.jar.size).toBe(0);
    expect((await browser.post(`${apply}/volunteer/you`, open)).status).toBe(410);
    await begin('volunteer');
    const mixed = await browser.post(`${apply}/volunteer/you`, open);
    expect([mixed.status, h1(mixed)]).toEqual([409, 'This page is from earlier answers']);
    expect((await browser.get(`${apply}/volunteer/you`)).text).not.toContain('mine@volunteer.example');
  });

  test('another school chosen keeps the other answers', async () => {
    await begin('school', { urn: '900008' });
    await answerAll('school', schoolSteps('moved@school.example'));
    await begin('school', { urn: '900009' });
    expect((await browser.get(`${apply}/school/check`)).text).toContain('Ivy Cottage Primary School');
    expect((await browser.get(`${apply}/school/check`)).text).toContain('moved@school.example');
  });
});
