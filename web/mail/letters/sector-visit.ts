import type { SectorSession } from '#shared/domain/funding/items.ts';
import { sectorName } from '#shared/domain/funding/sectors.ts';
import { dayInWords, londonDate } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayCohorts } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import type { Row } from './bookings.ts';
import { englishMails } from './content.en.ts';
import { sectorVisitMails as words } from './sector-visit.en.ts';
import { composer, type Write } from './setting.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';

type Visit = Fact<'sector-visit.changed.v1'>;

/**
 * Tells whoever was matched to a sector session what, when, where and whom to ask; and that somebody else comes instead, or that
 * it is called off. Nothing where it stands otherwise by now, nor once its day is over.
 */
export const sectorVisit: Write = async (fact, read, setting) => {
  if (fact.type !== 'sector-visit.changed.v1') return [];
  const { edition, data } = fact;
  const [session, visitor] = await Promise.all([
    read.get('sectorSession', { edition, session: data.session }),
    visitorIn({ edition, ...data }, read),
  ]);
  if (!session || !visitor?.takesPart || session.on < londonDate(fact.at) || !stillSo(session, data)) return [];
  const rows = await rowsOf(session, data.how, read);
  const { subject, preheader, heading, says } = words[data.how];
  const compose = composer(setting, {
    subject: subject(rows[0]?.value ?? '', dayInWords(session.on)),
    preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: englishMails.greeting(visitor.contact.name) },
      { kind: 'facts', rows },
      ...says.map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'button', text: words.button, href: link },
    ],
  });
  return [{ ...letterToVisitor(visitor, setting), compose }];
};

function stillSo({ state, visitor, version }: SectorSession, told: Visit['data']): boolean {
  const comes = state === 'matched' && visitor?.id === told.visitor;
  return told.how === 'matched' ? comes && version === told.version : !comes;
}

async function rowsOf(session: SectorSession, how: Visit['data']['how'], read: TableReader): Promise<Row[]> {
  const { edition, entry, urn, registration, sector, on, expected } = session;
  const [offered, school] = await Promise.all([
    read.get('menuEntry', { edition, entry }),
    read.get('registration', { edition, urn, registration }),
  ]);
  const rows = [
    { key: words.what, value: offered?.title ?? sectorName(sector) },
    { key: words.day, value: dayInWords(on) },
    { key: words.school, value: school?.schoolName ?? urn },
  ];
  if (how !== 'matched' || school?.state !== 'confirmed') return rows;
  const { name, email, telephone = words.noTelephone } = school.contact;
  return [
    ...rows,
    { key: words.sector, value: sectorName(sector) },
    ...(offered ? [{ key: words.minutes, value: String(offered.minutes) }] : []),
    { key: words.pupils, value: sayCohorts(expected).join('; ') },
    { key: words.contact, value: name },
    { key: words.email, value: email },
    { key: words.telephone, value: telephone },
  ];
}
