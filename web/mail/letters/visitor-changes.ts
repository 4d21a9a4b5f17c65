import type { Organisation } from '#shared/domain/organisation.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { englishLabels as labels } from '../../labels.en.ts';
import { sayHalfDay, sayHalfDays, sayList, sayNumber } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { eventRows } from './bookings.ts';
import { calendarOfVisitor } from './calendar.ts';
import { isByOrganiser } from './by-organiser.ts';
import { rowsForComing } from './coming.ts';
import { composer, type Setting, type Write } from './setting.ts';
import { visitorChangeMails as words } from './visitor-changes.en.ts';
import { letterToVisitor, type LineFact, visitorIn, type VisitorFact, whoIn } from './visitors.ts';
import { hostNameOf } from './where.ts';

type Facts = Exclude<VisitorFact, Fact<'visitor.late.v1'>> | LineFact | Fact<'offer.closed.v1' | 'offer.moved.v1'>;
type Content = Parameters<typeof composer>[1];

/** Tells an organisation or a volunteer what it has just changed, answered or withdrawn by its link, and how to undo it. */
export const sessionsChanged: Write = async (fact, read, setting): Promise<Letter[]> => {
  if (!isOurs(fact)) return [];
  const visitor = await visitorIn(whoIn(fact), read);
  const content = visitor && (await contentFor(fact, read, setting));
  if (!content) return [];
  // What somebody else did for them needs another question than what came by their link.
  const ends = fact.by === undefined || fact.by === 'link' ? words.notYou : words.mistake;
  const blocks = (link: string): MailBlock[] => [...content.blocks(link), { kind: 'paragraph', text: ends }];
  const compose = composer(setting, { ...content, blocks });
  return [{ ...letterToVisitor(visitor, setting), compose, calendar: calendarOf(fact, read) }];
};

/** An answer, or a decision at the safeguarding line, puts the place into the visitor's calendar or takes it out. */
function calendarOf({ edition, type, data }: Facts, read: TableReader): Letter['calendar'] {
  if (type === 'offer.answered.v1')
    return calendarOfVisitor({ edition, ...data }, { takesOut: data.answer === 'declined' }, read);
  // Two records became one: the entry is there again under the one that stays, and only that is worth a letter.
  if (type === 'offer.moved.v1') return calendarOfVisitor({ edition, ...data }, { takesOut: false, alone: true }, read);
  if (type === 'offer.decided.v1')
    return calendarOfVisitor({ edition, ...data }, { takesOut: data.outcome !== 'confirmed' }, read);
  return undefined;
}

function isOurs(fact: Fact): fact is Facts {
  return /^(?:organisation|volunteer)\.(?:changed|withdrawn)\.v1$|^offer\.(?:answered|stopped|decided|closed|moved)\.v1$/.test(
    fact.type,
  );
}

async function contentFor(fact: Facts, read: TableReader, setting: Setting): Promise<Content | undefined> {
  if (fact.type === 'offer.answered.v1') return answered(fact, read);
  if (fact.type === 'offer.closed.v1') return notNeeded(fact, read);
  if (fact.type === 'offer.moved.v1') return keptPlace(fact, read);
  if (fact.type === 'offer.stopped.v1' || fact.type === 'offer.decided.v1') return atTheLine(fact, read);
  const { edition } = fact;
  const state =
    'organisation' in fact.data
      ? await read.get('organisation', { edition, organisation: fact.data.organisation })
      : await read.get('volunteer', { edition, volunteer: fact.data.volunteer });
  if (!state) return undefined;
  const byOrganiser = isByOrganiser(fact);
  if ('changed' in fact.data) return changed(fact.data.changed, state, byOrganiser);
  return withdrawn(state, { read, setting, byOrganiser });
}

type Field = keyof typeof words.changed.fields;

function changed(fields: readonly Field[], state: Organisation | Volunteer, byOrganiser: boolean): Content {
  const { byOrganiser: done, ...byLink } = words.changed;
  const { heading, preheader, undo, button, ...text } = byOrganiser ? { ...byLink, ...done } : byLink;
  const what = fields.length > 3 ? text.several : sayList(fields.map((field) => text.fields[field]));
  const rows = fields.map((field) => ({ key: text.rows[field], value: valueIn(state, field) }));
  return { subject: text.subject(what), preheader, blocks: blocksOf({ heading, rows, says: [undo], button }) };
}

/** Choices and numbers as they are now; of what was typed freely, only that it changed. */
function valueIn(state: Organisation | Volunteer, field: Field): string {
  if (field === 'halfDays') return sayHalfDays(state.halfDays).join('; ');
  if ('formats' in state) {
    if (field === 'formats') return state.formats.map((format) => labels.formats[format]).join('; ');
    if (field === 'sector') return labels.sectors[state.sector];
    if (field === 'yearGroups') return sayList(state.yearGroups.map((year) => labels.years[year]));
    if (field === 'workshopsPerHalfDay' || field === 'placesPerWorkshop') return sayNumber(state[field]);
    if (field === 'publicCredit') return state.publicCredit ? labels.yes : labels.no;
  }
  return Reflect.get(state, field) === undefined ? words.changed.removed : words.changed.typed;
}

type Leaving = { readonly read: TableReader; readonly setting: Setting; readonly byOrganiser: boolean };

async function withdrawn(state: Organisation | Volunteer, { read, setting, byOrganiser }: Leaving): Promise<Content> {
  const { byOrganiser: done, ...byLink } = words.withdrawn;
  const { heading, preheader, places, told, undo, button, subject } = byOrganiser ? { ...byLink, ...done } : byLink;
  const given = (await givenBack(state, read)).map(({ title, halfDay }) => `${title}, ${sayHalfDay(halfDay)}`);
  const rows = given.length > 0 ? [{ key: places, value: given.join('; ') }] : [];
  return { subject: subject(setting.edition.name), preheader, blocks: blocksOf({ heading, rows, says: [told, undo], button }) };
}

/** The events whose places were given back by the withdrawal itself. */
async function givenBack(state: Organisation | Volunteer, read: TableReader) {
  const visitor = 'formats' in state ? state.organisation : state.volunteer;
  const events = await read.list('event', state);
  const named = events.filter(
    ({ state: stands, organisations, volunteers }) =>
      stands !== 'cancelled' && (organisations.includes(visitor) || volunteers.includes(visitor)),
  );
  const offers = await Promise.all(
    named.map(async (event) => ({ event, offer: await read.get('offer', { ...event, visitor }) })),
  );
  return offers.flatMap(({ event, offer }) =>
    offer?.state === 'declined' && offer.answeredAt === state.withdrawnAt ? [event] : [],
  );
}

/** An answer, unless it was only given again with a reason, or another stands by now. */
async function answered(fact: Fact<'offer.answered.v1'>, read: TableReader): Promise<Content | undefined> {
  const { edition, data } = fact;
  const key = { edition, event: data.event };
  const [event, offer] = await Promise.all([read.get('event', key), read.get('offer', { ...key, visitor: data.visitor })]);
  if (!event || event.state === 'cancelled' || data.before === data.answer || offer?.state !== data.answer) return undefined;
  const { byOrganiser: done, ...byLink } = words.accepted;
  const accepted = isByOrganiser(fact) ? { ...byLink, ...done } : byLink;
  const { heading, preheader, next, undo, button, subject } = data.answer === 'accepted' ? accepted : words.declined;
  const coming = data.answer === 'accepted' ? await rowsForComing(event, read) : [];
  const rows = [...eventRows({ event, hostName: await hostNameOf(event, read) }), ...coming];
  return {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: blocksOf({ heading, rows, says: [next, undo], button }),
  };
}

/** An accepted place that came over from another record of the same person. */
async function keptPlace({ edition, data }: Fact<'offer.moved.v1'>, read: TableReader): Promise<Content | undefined> {
  const key = { edition, event: data.event };
  const [event, offer] = await Promise.all([read.get('event', key), read.get('offer', { ...key, visitor: data.visitor })]);
  if (!event || event.state === 'cancelled' || offer?.state !== 'accepted') return undefined;
  const { heading, preheader, says, button, subject } = words.merged;
  const rows = eventRows({ event, hostName: await hostNameOf(event, read) });
  return {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: blocksOf({ heading, rows, says: [says], button }),
  };
}

/** Enough others have said yes: the place that was offered is not needed. */
async function notNeeded({ edition, data }: Fact<'offer.closed.v1'>, read: TableReader): Promise<Content | undefined> {
  const event = await read.get('event', { edition, event: data.event });
  if (!event || event.state === 'cancelled') return undefined;
  const { heading, preheader, says, button, subject } = words.enough;
  const rows = eventRows({ event, hostName: await hostNameOf(event, read) });
  return {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: blocksOf({ heading, rows, says: [says], button }),
  };
}

/** A yes that waits for the safeguarding lead, or what was decided on it; unless it stands otherwise by now. */
async function atTheLine(fact: LineFact, read: TableReader): Promise<Content | undefined> {
  const { edition, data } = fact;
  const key = { edition, event: data.event };
  const [event, offer] = await Promise.all([read.get('event', key), read.get('offer', { ...key, visitor: data.visitor })]);
  if (!event || event.state === 'cancelled' || offer?.version !== data.version) return undefined;
  const outcome = 'outcome' in data ? data.outcome : 'waits';
  const { byOrganiser: done, ...byLink } = words.line.waits;
  const waits = isByOrganiser(fact) ? { ...byLink, ...done } : byLink;
  const { heading, preheader, says, button, subject } = outcome === 'waits' ? waits : words.line[outcome];
  const coming = outcome === 'confirmed' ? await rowsForComing(event, read) : [];
  const rows = [...eventRows({ event, hostName: await hostNameOf(event, read) }), ...coming];
  return {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: blocksOf({ heading, rows, says, button }),
  };
}

type Parts = {
  readonly heading: string;
  readonly rows: readonly { readonly key: string; readonly value: string }[];
  readonly says: readonly string[];
  readonly button: string;
};

function blocksOf({ heading, rows, says, button }: Parts) {
  return (link: string): MailBlock[] => [
    { kind: 'heading', text: heading },
    ...(rows.length > 0 ? [{ kind: 'facts', rows } as const] : []),
    ...says.map((text) => ({ kind: 'paragraph', text }) as const),
    { kind: 'button', text: button, href: link },
  ];
}
