import { checkFigure, type NewFigure } from '#shared/domain/context/figure.ts';
import type { FiguresForm } from '#shared/domain/context/forms.ts';
import { england, neighboursArea } from '#shared/domain/context/indicators.ts';
import { mergeFigures, requireNew, seriesId } from '#shared/domain/context/series.ts';
import { AppError, type Issue } from '#shared/kernel/errors.ts';
import { contextContent } from '#web/context/content.en.ts';
import { contextListPage } from '#web/context/console.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition } from '../find.ts';
import { findContext, type Held } from './find.ts';

const { console: words, import: importWords } = contextContent;

type Shown = `${'GET' | 'POST'} /organiser/editions/{edition}/context`;

/** What is held of the city, with the form for one year. */
export async function showHeld({ ports: { read }, params, session }: Call<Shown, 'context'>, filled?: Filled): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const held = await findContext(found.programme, read);
  return { page: contextListPage({ ...found, ...held, organiser: session, filled }), data: held };
}

/** Keeps one year of one indicator. What is there already is replaced only where that was asked for. */
export async function keepFigures(call: PostCall<'POST /organiser/editions/{edition}/context', 'context'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const { programme } = await findEdition(ports.read, params.edition, { drafts: true });
  const held = await findContext(programme, ports.read);
  requireList(held, body.list);
  const from = { programme: programme.programme, source: body.source, address: body.address, list: body.list };
  const current = held.series.find(({ series }) => series === seriesId(from, body.indicator));
  const change = mergeFigures(current, figuresIn(body, held), { indicator: body.indicator, from, now });
  if (!body.replace) requireNew(change);
  const { ok } = await ports.write.transact([
    { put: 'indicatorSeries', item: change.next, when: current ? { version: current.version } : 'absent' },
    ...outboxWrite(params.edition, [{ type: 'context.changed.v1', data: { what: 'figures', how: 'hand', items: 1 } }], call),
  ]);
  if (!ok) throw new AppError('conflict', 'context-changed', importWords.meanwhile);
  return { seeOther: `/organiser/editions/${params.edition}/context`, data: { series: change.next.series } };
}

/** The figures of a form, or what there is to mend, box by box. Invalid `figures`. */
function figuresIn({ indicator, year, la, ...form }: FiguresForm, { places }: Held): NewFigure[] {
  const place = places.find((one) => one.la === la) ?? places[0];
  const boxes = [
    ['place', place?.la ?? '', form.place],
    ['neighbours', neighboursArea, form.neighbours],
    ['england', england, form.england],
  ] as const;
  const typed = boxes.flatMap(([column, area, text]) => (text === undefined ? [] : [{ row: 0, column, area, text }]));
  if (typed.length === 0) throw wrong([{ path: 'place', message: words.nothingTyped }]);
  const issues: Issue[] = [];
  const figures = typed.flatMap((one) => {
    const checked = checkFigure({ ...one, indicator, year });
    if (!('fix' in checked)) return [checked];
    issues.push({ path: one.column, message: checked.fix });
    return [];
  });
  if (issues.length > 0) throw wrong(issues);
  return figures;
}

/** Refuses a comparison with a list of another date than those that are held. Invalid `neighbour-list`. */
export function requireList({ lists }: Held, list: string | undefined): void {
  if (list === undefined || lists.some((one) => one.list === list)) return;
  const message = words.noSuchList(list);
  throw new AppError('invalid', 'neighbour-list', message, [{ path: 'list', message }]);
}

function wrong(issues: readonly Issue[]): AppError {
  return new AppError('invalid', 'figures', issues[0]?.message ?? '', [...issues]);
}
