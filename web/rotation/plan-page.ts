import type { Booking, Event } from '#shared/domain/event.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import { groupCards, visitorName } from '#shared/domain/rotation/cards.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import type { LostMeeting, RotationBrief } from '#shared/domain/rotation/shape.ts';
import { details } from '../components/details.ts';
import { insetText } from '../components/inset-text.ts';
import { warningText } from '../components/warning-text.ts';
import type { Filled } from '../filled.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayNumber, sayPupils } from '../say.ts';
import { cardsContent as said } from './cards.en.ts';
import { rotationContent as words } from './content.en.ts';
import { limitsForm } from './limits-form.ts';
import { sayTime } from './card-lines.ts';

type PlanPageParams = Console & {
  readonly event: Event;
  readonly bookings: readonly Booking[];
  readonly organisations: readonly Organisation[];
  readonly rotation: Rotation | undefined;
  /** What the independent check says of the plan; empty when all is well. */
  readonly faults: readonly string[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The rotation of one event: the plan as it stands, and the form to make one. */
export function planPage(params: PlanPageParams): string {
  const { event, rotation, filled } = params;
  const key = { edition: event.edition, event: event.event };
  const planForm = may(params, 'coordinator') && html`${paragraph(booked(params))}${limitsForm(params)}`;
  const replace =
    planForm &&
    details({ summaryText: words.again, html: html`${paragraph(words.replaces)}${planForm}`, open: filled !== undefined });
  return consolePage(params, {
    title: words.title,
    backLink: pathOf('/organiser/editions/{edition}/events/{event}', key),
    filled,
    body: rotation ? html`${standing(params, rotation)}${replace}` : narrow(html`${paragraph(words.none)}${planForm}`),
  });
}

function booked({ bookings, organisations }: PlanPageParams): string {
  const pupils = bookings.reduce((sum, one) => sum + one.pupils, 0);
  const of = (count: number, one: string, more: string) => `${sayNumber(count)} ${count === 1 ? one : more}`;
  return words.booked(
    of(bookings.length, 'school', 'schools'),
    sayPupils(pupils),
    of(organisations.length, 'organisation', 'organisations'),
  );
}

function standing(params: PlanPageParams, rotation: Rotation): Html {
  const { event, bookings, faults } = params;
  const key = { edition: event.edition, event: event.event };
  const stale = bookings.some(
    ({ urn, pupils }) => rotation.brief.schools.find(({ school }) => school === urn)?.pupils !== pupils,
  );
  const held = rotation.plan.sessions.reduce((sum, { groups }) => sum + groups.length, 0);
  const base = '/organiser/editions/{edition}/events/{event}/rotation';
  return html`${stale && warningText({ text: words.stale, iconFallbackText: 'Warning' })}
${faults.length > 0 ? warningText({ text: words.faulty, iconFallbackText: 'Warning' }) : rotation.lost.length === 0 && insetText({ text: words.checked(sayNumber(held)) })}
${bullets([
  link(pathOf(`${base}/cards`, key), words.printCards),
  link(pathOf(`${base}/rotation.ods`, key), words.spreadsheet),
  ...(may(params, 'coordinator') ? [link(pathOf(`${base}/rescue`, key), words.rescueLink)] : []),
])}
${rotation.lost.length > 0 && lostList(rotation)}
${heading2(words.timetable)}
${timetable(rotation)}
${heading2(said.groups)}
${groupsTable(rotation)}`;
}

/** The meetings that could not be saved, by name. */
export function lostList({ brief, lost }: { readonly brief: RotationBrief; readonly lost: readonly LostMeeting[] }): Html {
  const names = lost.map(({ group, organisation }) => words.lostOne(group, visitorName(brief, organisation)));
  return html`${heading2(said.lost)}${bullets(names)}`;
}

function timetable({ brief, plan }: Rotation): Html {
  const inSlot = (slot: number, group: number) => plan.sessions.find((one) => one.slot === slot && one.groups.includes(group));
  const rows = [
    ...brief.slots.map((time, slot) => ({
      starts: time.starts,
      cells: [
        { text: sayTime(time) },
        ...plan.groups.map(({ group }) => {
          const session = inSlot(slot, group);
          return session ? { html: lines([visitorName(brief, session.organisation), session.room]) } : { text: said.waits };
        }),
      ],
    })),
    ...brief.breaks.map((time) => ({
      starts: time.starts,
      cells: [{ text: sayTime(time) }, { text: time.name, colspan: plan.groups.length }],
    })),
  ].sort((a, b) => a.starts.localeCompare(b.starts));
  return listTable({
    name: words.timetable,
    none: words.none,
    head: [{ text: said.time }, ...plan.groups.map(({ group }) => ({ text: said.group(group) }))],
    rows: rows.map(({ cells }) => cells),
  });
}

function groupsTable(rotation: Rotation): Html {
  return listTable({
    name: said.groups,
    none: words.none,
    head: [{ text: said.groups }, { text: said.leads }, { text: said.pupils, format: 'numeric' }, { text: said.schools }],
    rows: groupCards(rotation).map((one) => [
      { text: said.group(one.group) },
      { text: said.leader(one.adult, one.adultSchool) },
      { text: sayNumber(one.pupils), format: 'numeric' },
      { html: lines(one.schools.map(({ name, pupils }) => said.from(name, sayPupils(pupils)))) },
    ]),
  });
}
