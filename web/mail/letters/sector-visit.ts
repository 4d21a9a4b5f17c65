import type { SectorSession } from '#shared/domain/funding/items.ts';
import { sectorName } from '#shared/domain/funding/sectors.ts';
import { dayInWords, londonDate } from '#shared/kernel/time.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayCohorts } from '../../say.ts';
import type { Row } from './bookings.ts';
import { sectorVisitMails as words } from './sector-visit.en.ts';
import { composer, letterToSchool, type Setting, type Write } from './setting.ts';
import { usualBlocks } from './usual-blocks.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';

type Visit = Fact<'sector-visit.changed.v1'>;

/**
 * Tells whoever was matched to a sector session what, when, where and whom to ask; and that somebody else comes instead, or that
 * it is called off. Nothing where it stands otherwise by now, nor once its day is over.
 */
export const sectorVisit: Write = async (fact, read, setting) => {
  if (fact.type !== 'sector-visit.changed.v1') return [];
  const found = await findVisit(fact, read);
  if (!found?.visitor.takesPart) return [];
  const { session, offered, school, visitor, title } = found;
  const { how } = fact.data;
  const rows = [
    { key: words.what, value: title },
    { key: words.day, value: dayInWords(session.on) },
    { key: words.school, value: school?.schoolName ?? session.urn },
    ...(how === 'matched' && school?.state === 'confirmed'
      ? [
          { key: words.sector, value: sectorName(session.sector) },
          ...(offered ? [{ key: words.minutes, value: String(offered.minutes) }] : []),
          { key: words.pupils, value: sayCohorts(session.expected).join('; ') },
          { key: words.contact, value: school.contact.name },
          { key: words.email, value: school.contact.email },
          { key: words.telephone, value: school.contact.telephone ?? words.noTelephone },
        ]
      : []),
  ];
  const compose = composed(words[how], { ...found, setting, name: visitor.contact.name, rows, button: words.button });
  return [{ ...letterToVisitor(visitor, setting), compose }];
};

/** Tells a school who comes to the session it asked for, or that an organiser called it off. What it did itself it knows. */
export const sectorVisitForSchool: Write = async (fact, read, setting) => {
  if (fact.type !== 'sector-visit.changed.v1') return [];
  const { how } = fact.data;
  const found = await findVisit(fact, read);
  if (how === 'replaced' || (how === 'cancelled' && fact.by === 'link')) return [];
  if (found?.school?.state !== 'confirmed') return [];
  const { session, school, visitor, title } = found;
  const { toSchool } = words;
  const rows = [
    { key: words.what, value: title },
    { key: words.day, value: dayInWords(session.on) },
    { key: toSchool.who, value: visitor.name },
    ...(how === 'matched' && visitor.kind === 'organisation' ? [{ key: toSchool.contact, value: visitor.contact.name }] : []),
  ];
  const compose = composed(toSchool[how], { ...found, setting, name: school.contact.name, rows, button: toSchool.button });
  return [{ ...letterToSchool(school, 'registration', setting), compose }];
};

/** What a fact is about, as long as it stands so and its day is not over. */
async function findVisit({ edition, at, data }: Visit, read: TableReader) {
  const [session, visitor] = await Promise.all([
    read.get('sectorSession', { edition, session: data.session }),
    visitorIn({ edition, ...data }, read),
  ]);
  if (!session || !visitor || session.on < londonDate(at) || !stillSo(session, data)) return undefined;
  const [offered, school] = await Promise.all([read.get('menuEntry', session), read.get('registration', session)]);
  return { session, visitor, offered, school, title: offered?.title ?? sectorName(session.sector) };
}

function stillSo({ state, visitor, version }: SectorSession, told: Visit['data']): boolean {
  const comes = state === 'matched' && visitor?.id === told.visitor;
  return told.how === 'matched' ? comes && version === told.version : !comes;
}

type Says = (typeof words)['matched'];
type Parts = {
  readonly setting: Setting;
  readonly session: SectorSession;
  readonly title: string;
  readonly name: string;
  readonly rows: readonly Row[];
  readonly button: string;
};

function composed({ subject, preheader, heading, says }: Says, parts: Parts): Letter['compose'] {
  const { setting, session, title, name, rows, button } = parts;
  return composer(setting, {
    subject: subject(title, dayInWords(session.on)),
    preheader,
    blocks: usualBlocks({ heading, name, rows, says, button }),
  });
}
