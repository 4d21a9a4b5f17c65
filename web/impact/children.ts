import type { CourseChanges } from '#shared/domain/disclosure/course-changes.ts';
import type { PublicChildren, PublicShares } from '#shared/domain/disclosure/public-shares.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { bullets, heading2, lines, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { childrenContent as words } from './children.en.ts';

/** What children said, question by question; `more` leads on from each. Takes only what has passed the gate. */
export function childrenTables(children: readonly PublicChildren[], more?: (statement: string) => Html): Html {
  return html`${children.map(
    (one) => html`${heading2(words.title)}
${paragraph(introOf(one))}
${bullets([words.response(sayNumber(one.answered), sayNumber(one.asked), `${Math.round(one.responseRate * 100)}%`), words.twice, words.rounded])}
${more && paragraph(lines(['schools', 'classes', 'answers', 'asked'].map(more)))}
${one.statements.map((each) => html`${sharesOf(each)}${more && each.n !== undefined && paragraph(more(each.statement))}`)}`,
  )}`;
}

function introOf({ schools, classes }: PublicChildren): string {
  return words.intro(words.schools(sayNumber(schools), schools === 1), words.classes(sayNumber(classes), classes === 1));
}

function sharesOf({ text, words: answers, n, shares, withheld, keptFrom }: PublicShares): Html {
  const said = html`${n !== undefined && `${words.n(sayNumber(n))} `}${withheld && words.withheld[withheld]}${keptFrom !== undefined && words.kept(keptFrom)}`;
  const rows = answers.map((answer, index) => [{ text: answer }, { text: sayNumber(shares?.[index] ?? 0), format: 'numeric' }]);
  return html`<h3 class="govuk-heading-s">${text}</h3>
${
  shares &&
  table({
    caption: words.caption(text),
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: words.answer }, { text: words.share, format: 'numeric' }],
    rows,
    firstCellIsHeader: true,
  })
}
${paragraph(said)}`;
}

/** How the same children changed from before a course to after it. */
export function courseTable(
  { matched, baselineOnly, endlineOnly, changes }: CourseChanges,
  more?: (statement: string) => Html,
): Html {
  const { course: text } = words;
  return html`${heading2(text.title)}
${paragraph(text.pairs(sayNumber(matched), sayNumber(baselineOnly), sayNumber(endlineOnly)))}
${more && paragraph(more('pairs'))}
${changes.length === 0 ? paragraph(text.few) : html`${changesTable(changes, text.caption, more)}${paragraph(text.noCause)}`}`;
}

/** Paired changes, statement by statement. */
export function changesTable(
  changes: CourseChanges['changes'],
  caption: string = words.course.caption,
  more?: (statement: string) => Html,
): Html {
  const { course: text } = words;
  const rows = changes.map(({ statement, text: said, unit, n, change, low, high }) => [
    more ? { html: lines([said, more(statement)]) } : { text: said },
    { text: sayNumber(n), format: 'numeric' },
    { text: text[unit](signed(change)) },
    { text: text.ends(signed(low), signed(high)) },
  ]);
  const head = [{ text: text.statement }, { text: text.n, format: 'numeric' }, { text: text.change }, { text: text.range }];
  return table({ caption, stacks: true, firstCellIsHeader: true, head, rows });
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}
