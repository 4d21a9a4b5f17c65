import { pupilsIn } from '#shared/domain/fields.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayHalfDay, sayList, sayNumber, sayPupils } from '../../say.ts';
import { changeMails } from './changes.en.ts';
import type { News } from './news.ts';
import { registrationIn } from './setting.ts';

const { organiser: words, placeChanged } = changeMails;

/** A school changed its answers. Its contact's own details are no news. */
export async function changeNews(fact: Fact<'school.changed.v1'>, read: TableReader): Promise<News | undefined> {
  const state = await registrationIn(fact, read);
  const changed = fact.data.changed.filter((field) => field !== 'contact');
  if (!state || changed.length === 0) return undefined;
  return {
    heading: words.changed(state.schoolName),
    preheader: words.changePreheader,
    rows: [
      { key: words.what, value: sayList(changed.map((field) => placeChanged.fields[field])) },
      { key: words.pupils, value: sayPupils(pupilsIn(state.cohorts)) },
    ],
  };
}

/** A school brings more or fewer pupils to an event. */
export async function bookingChangeNews(
  { edition, data }: Fact<'booking.changed.v1'>,
  read: TableReader,
): Promise<News | undefined> {
  const key = { edition, event: data.event };
  const [event, booking] = await Promise.all([read.get('event', key), read.get('booking', { ...key, urn: data.urn })]);
  return (
    event &&
    booking && {
      heading: words.bookingChanged(booking.schoolName, sayPupils(data.pupils)),
      preheader: words.changePreheader,
      rows: [
        { key: words.event, value: `${event.title}, ${sayHalfDay(event.halfDay)}` },
        { key: words.pupils, value: sayPupils(data.pupils) },
        { key: words.before, value: sayPupils(data.before) },
      ],
    }
  );
}

/** A school gave its places at one event back, and still takes part. */
export async function givenBackNews(fact: Fact<'booking.given-back.v1'>, read: TableReader): Promise<News | undefined> {
  const { edition, data } = fact;
  const [school, event] = await Promise.all([registrationIn(fact, read), read.get('event', { edition, event: data.event })]);
  return (
    school &&
    event && {
      heading: words.givenBack(school.schoolName, event.title),
      preheader: words.givenBackPreheader,
      rows: [
        { key: words.event, value: `${event.title}, ${sayHalfDay(event.halfDay)}` },
        { key: words.before, value: sayPupils(data.pupils) },
        { key: words.free, value: sayNumber(event.placesFree) },
      ],
    }
  );
}

/** A school withdrew: why, and which events are without their host. */
export async function withdrawalNews(fact: Fact<'school.withdrawn.v1'>, read: TableReader): Promise<News | undefined> {
  const state = await registrationIn(fact, read);
  if (!state) return undefined;
  const hosted = (await read.list('event', { edition: fact.edition })).filter(({ host }) => host === state.urn);
  const hosts = hosted.map(({ title, halfDay }) => `${title}, ${sayHalfDay(halfDay)}`).join('; ');
  return {
    heading: words.withdrawn(state.schoolName),
    preheader: words.withdrawnPreheader,
    rows: [
      { key: words.reason, value: state.withdrawalReason ?? words.noReason },
      ...(hosts === '' ? [] : [{ key: words.hosts, value: hosts }]),
    ],
  };
}
