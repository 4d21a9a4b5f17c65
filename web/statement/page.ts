import type { Edition } from '#shared/domain/edition.ts';
import { mealsFrom } from '#shared/domain/fair-shares.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { needBands, type Statement } from '#shared/domain/statement.ts';
import { summaryList } from '../components/summary-list.ts';
import { table } from '../components/table.ts';
import type { Filled } from '../filled.ts';
import { form, hiddenField, numberField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { heading2, lead, link, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { statementContent as words } from './content.en.ts';

/** Whose statement it is. */
export type StatementReader =
  | {
      readonly kind: 'school';
      readonly called: string;
      /** Whether its link also opens the school's place. */
      readonly place: boolean;
    }
  | {
      readonly kind: 'organisation' | 'volunteer';
      readonly called: string;
      readonly preparationHours: number | undefined;
      readonly version: number;
    };

export type StatementParams = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly reader: StatementReader;
  readonly statement: Statement;
  /** What the organisations are called that were there. */
  readonly names: ReadonlyMap<string, string>;
};

/** What somebody gave or met, for its own eyes, with a way to take it as a PDF. */
export function statementPage({ filled, ...params }: StatementParams & { readonly filled?: Filled | undefined }): string {
  const { edition, programme, reader, statement } = params;
  const some = statement.held.length > 0;
  return journeyPage({
    programme,
    title: words.title[reader.kind],
    caption: edition.name,
    ...(reader.kind === 'school' && !reader.place ? {} : { backLink: '/my/place' }),
    path: '/my/statement',
    filled,
    body: html`${statementBody(params)}
${some && paragraph(link('/my/statement.pdf', words.pdf))}
${reader.kind !== 'school' && edition.state !== 'reported' && preparationForm(reader, filled)}`,
  });
}

/** What a statement says, without its heading: also in print. */
export function statementBody({ edition, reader, statement, names }: StatementParams): Html {
  const { held } = statement;
  const intro = lead(words.intro(reader.called, edition.name));
  if (held.length === 0) return html`${intro}${paragraph(words.none)}`;
  const rows = held.map(({ event, total }) => [
    { text: event.title },
    { text: sayHalfDay(event.halfDay) },
    { text: withWhom(reader, { event, total }, names) },
    { text: sayNumber(total.pupils), format: 'numeric' },
  ]);
  const { event, when, pupils, with: others } = words.table;
  const head = [{ text: event }, { text: when }, { text: others }, { text: pupils, format: 'numeric' }];
  return html`${intro}
${summaryList({ rows: facts(reader, statement).map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${paragraph(words.headcounts)}
${heading2(words.events)}
${table({ caption: words.events, captionClasses: 'govuk-visually-hidden', stacks: true, firstCellIsHeader: true, head, rows })}
${reader.kind !== 'school' && needPart(statement)}`;
}

function facts(reader: StatementReader, statement: Statement): [string, string][] {
  const { rows } = words;
  const own = statement.minutes / 60;
  const met = new Set(statement.held.flatMap(({ event }) => event.organisations)).size;
  const preparation = reader.kind === 'school' ? undefined : reader.preparationHours;
  return [
    [rows.events, sayNumber(statement.held.length)],
    [rows.sessions, sayNumber(statement.sessions)],
    [rows.time, words.hours(own)],
    ...(reader.kind === 'school'
      ? ([[rows.organisations, sayNumber(met)]] satisfies [string, string][])
      : ([
          [rows.preparation, preparation === undefined ? words.notSaid : words.hours(preparation)],
          [rows.all, words.hours(own + (preparation ?? 0))],
          [rows.schools, sayNumber(statement.schools)],
        ] satisfies [string, string][])),
    [rows.faceToFace, sayNumber(statement.faceToFace)],
    [rows.online, sayNumber(statement.online)],
  ];
}

function withWhom(
  { kind }: StatementReader,
  { event, total }: Statement['held'][number],
  names: StatementParams['names'],
): string {
  if (kind === 'school') return event.organisations.flatMap((id) => names.get(id) ?? []).join(', ');
  return `${sayNumber(total.schools.length)} ${total.schools.length === 1 ? 'school' : 'schools'}`;
}

function needPart({ byNeed }: Statement): Html {
  const shown = needBands.filter((band) => byNeed[band] > 0);
  const rows = shown.map((band) => ({ key: { text: words.needs[band] }, value: { text: sayNumber(byNeed[band]) } }));
  return html`${heading2(words.need)}${paragraph(words.needIntro(mealsFrom.many, mealsFrom.some))}${summaryList({ rows })}`;
}

function preparationForm(reader: Exclude<StatementReader, { kind: 'school' }>, filled: Filled | undefined): Html {
  const { heading, label, hint, save } = words.preparation;
  const hours = reader.preparationHours === undefined ? [] : [String(reader.preparationHours)];
  const state = filled ?? { values: { preparationHours: hours }, issues: [] };
  const body = html`${hiddenField('version', String(reader.version))}${numberField({ ...state, path: 'preparationHours', label, hint, width: 3 })}`;
  return html`${heading2(heading)}${form({ action: '/my/statement', body, submit: save, submitClasses: 'govuk-button--secondary' })}`;
}
