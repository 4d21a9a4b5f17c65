import { isAnswerable } from '#shared/domain/offer.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayHalfDay } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { reminderMails as words } from './reminder.en.ts';
import { composer, letterToSchool, registrationIn, type Setting, type Write } from './setting.ts';
import { letterToVisitor, visitorIn, type VisitorInLetters } from './visitors.ts';

/** Reminds somebody, at an organiser's wish, of what still waits for them; nothing when nothing waits any more. */
export const reminder: Write = async (fact, read, setting) => {
  if (fact.type === 'school.chased.v1') {
    const school = await registrationIn(fact, read);
    if (school?.state !== 'pending') return [];
    const { schoolName } = school;
    const compose = composer(setting, toConfirm(words.confirm.school(schoolName), schoolName));
    return [{ ...letterToSchool(school, 'registration', setting), compose }];
  }
  if (fact.type !== 'visitor.chased.v1') return [];
  const visitor = await visitorIn({ edition: fact.edition, ...fact.data }, read);
  const content = visitor && (await contentFor(visitor, { fact, read, setting }));
  return content ? [{ ...letterToVisitor(visitor, setting), compose: composer(setting, content) }] : [];
};

type Asked = { readonly fact: Fact<'visitor.chased.v1'>; readonly read: TableReader; readonly setting: Setting };
type Content = Parameters<typeof composer>[1];

async function contentFor(visitor: VisitorInLetters, { fact, read, setting }: Asked): Promise<Content | undefined> {
  if (!visitor.takesPart) return undefined;
  if (!visitor.confirmed) return toConfirm(words.confirm[visitor.kind], setting.edition.name);
  return toAnswer(await waitingFor({ ...fact.data, edition: fact.edition }, fact.at, read), setting);
}

function toConfirm(says: string, what: string): Content {
  const { subject, preheader, heading, why, button } = words.confirm;
  return {
    subject: subject(what),
    preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: says },
      { kind: 'paragraph', text: why },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: words.notYou },
    ],
  };
}

function toAnswer(places: readonly string[], { edition }: Setting): Content | undefined {
  const { subject, preheader, heading, offered, why, button } = words.answer;
  if (places.length === 0) return undefined;
  return {
    subject: subject(edition.name),
    preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: offered(places.length) },
      { kind: 'bullets', items: places },
      { kind: 'paragraph', text: why },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: words.rightPerson },
    ],
  };
}

async function waitingFor(
  { edition, visitor }: { readonly edition: string; readonly visitor: string },
  now: Instant,
  read: TableReader,
): Promise<string[]> {
  const events = (await read.list('event', { edition })).filter(
    (one) => isAnswerable(one, now) && (one.organisations.includes(visitor) || one.volunteers.includes(visitor)),
  );
  const offers = await Promise.all(events.map((event) => read.get('offer', { ...event, visitor })));
  return events
    .filter((_, index) => offers[index]?.state === 'offered')
    .sort((a, b) => a.halfDay.localeCompare(b.halfDay))
    .map(({ title, halfDay }) => `${title}, ${sayHalfDay(halfDay)}`);
}
