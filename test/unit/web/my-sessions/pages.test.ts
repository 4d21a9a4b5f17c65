import { parse } from 'parse5';
import { describe, expect, it, test } from 'vitest';
import { dayPage } from '#web/my-sessions/day.ts';
import { offerPage } from '#web/my-sessions/offer.ts';
import { visitorPlacePage } from '#web/my-sessions/place.ts';
import { visitorWithdrawPage } from '#web/my-sessions/withdraw.ts';
import { edition, organisation, programme, registration } from '../examples.ts';
import { elementsOf, textOf } from '../page-text.ts';
import { accepted, asOrganisation, asVolunteer, before, cancelled, inState, late, offered, onTheDay } from '../visitor-pages.ts';

const setting = { programme, edition, now: before };
const wordsOf = (document: string) => textOf(parse(document)).replace(/\s+/g, ' ');
const formsOf = (document: string) =>
  elementsOf(parse(document)).flatMap(({ name, attributes }) =>
    name === 'form' ? [`${attributes['method']} ${attributes['action']}`] : [],
  );
const answerPath = 'post /my/offers/monday-rotation';
const latePath = `${answerPath}/late`;

describe.each([asOrganisation, asVolunteer])('the page of a $kind', (visitor) => {
  const show = (state: 'pending' | 'confirmed' | 'withdrawn') =>
    visitorPlacePage({ ...setting, visitor: inState(visitor, state), offered: [offered] });

  it('says how it stands and shows the answers and the contact', () => {
    expect(wordsOf(show('pending'))).toContain('is not confirmed yet');
    expect(wordsOf(show('withdrawn'))).toContain('You have withdrawn');
    expect(wordsOf(show('confirmed'))).toContain(visitor.state.contact.email);
  });

  it('offers to confirm while pending, to answer once confirmed, and nothing after withdrawing', () => {
    expect(formsOf(show('pending'))).toEqual(['post /my/place/confirm']);
    expect(formsOf(show('confirmed'))).toContain(answerPath);
    expect(formsOf(show('withdrawn'))).toEqual([]);
  });
});

test('an organisation has a link by which its volunteers sign up with it', () => {
  const links = elementsOf(parse(visitorPlacePage({ ...setting, visitor: asOrganisation, offered: [] })));
  expect(links.map(({ attributes }) => attributes['href'])).toContain(
    `/editions/larkford-2025/apply/volunteer?organisation=${organisation.organisation}`,
  );
});

describe('an offered place', () => {
  it('shows where it is, but nobody’s name or number before it is accepted', () => {
    const document = offerPage({ ...setting, visitor: asOrganisation, offered });
    expect(wordsOf(document)).toContain('Alder Bank Primary School Larkford ZZ99 1AA');
    expect(document).not.toContain(registration.contact.telephone);
    expect(formsOf(document)).toEqual([answerPath, answerPath]);
  });

  it('has no button to answer when it is cancelled, nor on the day', () => {
    expect(formsOf(offerPage({ ...setting, visitor: asOrganisation, offered: cancelled }))).toEqual([]);
    expect(formsOf(offerPage({ ...setting, now: onTheDay, visitor: asOrganisation, offered: accepted }))).toEqual([latePath]);
  });

  it('shows what somebody typed as text', () => {
    const title = '<img src=x onerror=alert(1)>';
    const document = offerPage({
      ...setting,
      visitor: asOrganisation,
      offered: { ...offered, event: { ...offered.event, title } },
    });
    expect(elementsOf(parse(document)).filter(({ name }) => name === 'img')).toEqual([]);
    expect(wordsOf(document)).toContain(title);
  });
});

describe('my day', () => {
  it('says whom to ask for, who comes by year group, access needs and needs', () => {
    const text = wordsOf(dayPage({ ...setting, visitor: asOrganisation, offered: [accepted] }));
    for (const said of ['Ask for Fictional Person', 'Year 6: 30 pupils', 'Step-free access', 'A screen', 'Photo ID']) {
      expect(text).toContain(said);
    }
  });

  it('lets one say on the day, and only then, how late one is, with the number to call', () => {
    expect(formsOf(dayPage({ ...setting, visitor: asVolunteer, offered: [accepted] }))).toEqual([]);
    const document = dayPage({ ...setting, now: onTheDay, visitor: asVolunteer, offered: [late] });
    expect(formsOf(document)).toEqual([latePath]);
    expect(wordsOf(document)).toContain('20 minutes late: 3 March 2025 at 08:40');
    expect(document).toContain('href="tel:01632960002"');
  });
});

test('withdrawing says who will be told, and which places are given back', () => {
  const text = wordsOf(
    visitorWithdrawPage({ ...setting, visitor: asOrganisation, offered: [accepted], requestKey: 'request-key-0001' }),
  );
  expect(text).toContain('Bridges and boats, Monday 3 March: morning');
  expect(text).toContain('Larkford Careers Partnership, the organiser, at once');
});
