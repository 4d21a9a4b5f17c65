import type { Event } from '#shared/domain/event.ts';
import { unpackRotation } from '#shared/domain/rotation/keep.ts';
import { beforeVersion, newsOf, type ReaderNews } from '#shared/domain/rotation/told.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import { newsRows } from '../../rotation/news.ts';
import { rotationNews as words } from '../../rotation/news.en.ts';
import type { MailBlock } from '../render.ts';
import { eventRows } from './bookings.ts';
import { englishMails } from './content.en.ts';
import { composer, letterToSchool, type Setting, type Write } from './setting.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';
import { hostNameOf } from './where.ts';

/** Tells each whose card of a rotation is not what it was what is new on it. Nobody else gets a letter. */
export const rotationChanged: Write = async (fact, read, setting) => {
  if (fact.type !== 'rotation.rescued.v1') return [];
  const key = { edition: fact.edition, event: fact.data.event };
  const [event, kept] = await Promise.all([read.get('event', key), read.get('rotation', key)]);
  const rotation = unpackRotation(kept);
  const before = rotation && beforeVersion(rotation, fact.data.version);
  if (!event || event.state === 'cancelled' || !rotation || !before) return [];
  const hostName = await hostNameOf(event, read);
  const letters = await Promise.all(
    newsOf(before, rotation, event.host).map((news) => letterTo(news, { event, hostName, read, setting })),
  );
  return letters.flat();
};

type With = {
  readonly event: Event;
  readonly hostName: string | undefined;
  readonly read: TableReader;
  readonly setting: Setting;
};

async function letterTo(news: ReaderNews, given: With): Promise<Letter[]> {
  const { event, read, setting } = given;
  if (news.kind !== 'visitor') {
    const registrations = await read.list('registration', event, { startsWith: news.reader });
    const school = registrations.find(({ state }) => state === 'confirmed');
    return school
      ? [{ ...letterToSchool(school, 'registration', setting), compose: composed(news, school.contact.name, given) }]
      : [];
  }
  const found = await Promise.all(
    (['organisation', 'volunteer'] as const).map((kind) => visitorIn({ ...event, kind, visitor: news.reader }, read)),
  );
  return found.flatMap((one): Letter[] =>
    one?.takesPart ? [{ ...letterToVisitor(one, setting), compose: composed(news, one.contact.name, given) }] : [],
  );
}

function composed(news: ReaderNews, name: string, { event, hostName, setting }: With): Letter['compose'] {
  const role = news.standsIn ? 'standIn' : news.kind;
  const urn = news.kind === 'visitor' ? undefined : news.reader;
  return composer(setting, {
    subject: words.subject[role](event.title),
    preheader: words.preheader,
    blocks: (link): MailBlock[] => [
      { kind: 'heading', text: news.standsIn ? words.headingStandIn : words.heading },
      { kind: 'paragraph', text: englishMails.greeting(name) },
      { kind: 'facts', rows: [...newsRows(news), ...eventRows({ event, hostName }, urn)] },
      { kind: 'paragraph', text: words[role] },
      { kind: 'button', text: words.button[news.kind], href: link },
    ],
  });
}
