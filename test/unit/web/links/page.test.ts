import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { continuePage, placePage } from '#web/links/page.ts';
import { event, organisation, registration, setting, volunteer } from '../examples.ts';
import { elementsOf, textOf } from '../page-text.ts';

const formsOf = (document: string) =>
  elementsOf(parse(document)).flatMap(({ name, attributes }) =>
    name === 'form' ? [`${attributes['method']} ${attributes['action']}`] : [],
  );
const wordsOf = (document: string) => textOf(parse(document)).replace(/\s+/g, ' ');

describe('a mailed link', () => {
  it.each(['registration', 'organisation', 'volunteer', 'survey'] as const)(
    'shows one button that posts, and nothing of anybody: %s',
    (purpose) => {
      const token = 't'.repeat(43);
      const document = continuePage({ ...setting, token, purpose });
      expect(formsOf(document)).toEqual([`post /l/${token}`]);
      expect(document).not.toContain(registration.contact.name);
    },
  );
});

const subjects = [
  { kind: 'organisation', state: organisation, events: [] },
  { kind: 'volunteer', state: volunteer },
] as const;

describe.each(subjects)('what we hold for a $kind', (subject) => {
  const withState = (state: 'pending' | 'confirmed' | 'withdrawn') => {
    if (subject.kind === 'organisation')
      return placePage({ ...setting, subject: { ...subject, state: { ...subject.state, state } } });
    return placePage({ ...setting, subject: { ...subject, state: { ...subject.state, state } } });
  };

  it('has a button to confirm only while it is pending', () => {
    expect(formsOf(withState('pending'))).toEqual(['post /my/place/confirm']);
    expect(formsOf(withState('confirmed'))).toEqual([]);
    expect(formsOf(withState('withdrawn'))).toEqual([]);
  });

  it('says how it stands', () => {
    expect(wordsOf(withState('pending'))).toContain('is not confirmed yet');
    expect(wordsOf(withState('confirmed'))).toContain('is confirmed');
    expect(wordsOf(withState('withdrawn'))).toContain('was withdrawn');
  });

  it('shows the answers and the contact', () => {
    expect(wordsOf(withState('pending'))).toContain(subject.state.contact.email);
    expect(wordsOf(withState('pending'))).toContain('Monday 3 March: morning');
  });
});

describe('an organisation’s page', () => {
  it('has a link by which its volunteers sign up with it', () => {
    const document = placePage({ ...setting, subject: { kind: 'organisation', state: organisation, events: [event] } });
    const links = elementsOf(parse(document)).map(({ attributes }) => attributes['href']);
    expect(links).toContain(`/editions/larkford-2025/volunteers/sign-up?organisation=${organisation.organisation}`);
  });
});
