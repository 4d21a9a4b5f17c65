import { cameIn, type CheckIn, expectedIn, type ExpectedGroup } from '#shared/domain/check-in.ts';
import { button } from '../components/button.ts';
import { details } from '../components/details.ts';
import { select } from '../components/select.ts';
import { tag } from '../components/tag.ts';
import { type Filled } from '../filled.ts';
import { hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { bullets, heading2, lead, lines, paragraph } from '../prose.ts';
import { sayMoment, sayNumber, sayPupils } from '../say.ts';
import { checkInContent as words } from './content.en.ts';

type ListParams = {
  readonly groups: readonly ExpectedGroup[];
  readonly checkIns: readonly CheckIn[];
  /** Where the forms are sent; nothing where whoever looks may not count. */
  readonly action: string | undefined;
  readonly newKey: () => string;
  readonly filled?: Filled | undefined;
};

/** Every group with its one button, what stands for it so far, and the total of the day. */
export function checkInList({ groups, checkIns, ...rest }: ListParams): Html {
  if (groups.length === 0) return paragraph(words.noGroups);
  const standing = new Map(checkIns.map((one) => [one.group, one]));
  const own = groups.flatMap(({ group }) => standing.get(group) ?? []);
  const sum = (numbers: readonly number[]) => sayNumber(numbers.reduce((total, one) => total + one, 0));
  return html`${lead(words.total(sum(own.map(cameIn)), sum(groups.map(expectedIn))))}
${paragraph(words.counted(sayNumber(own.length), sayNumber(groups.length)))}
${rest.action !== undefined && html`${paragraph(words.lead)}${paragraph(words.offline)}`}
${groups.map((group) => groupSection(group, standing.get(group.group), rest))}`;
}

function nameOf({ number, members }: ExpectedGroup): string {
  return number === undefined ? members.map(({ name }) => name).join(', ') : words.group(number);
}

function groupSection(
  group: ExpectedGroup,
  standing: CheckIn | undefined,
  { action, newKey, filled }: Omit<ListParams, 'groups' | 'checkIns'>,
): Html {
  const { leader, number, members } = group;
  const who = members.map(({ name, pupils }) => words.member(name, sayPupils(pupils)));
  const mine = filled?.values['group']?.[0] === group.group;
  const formOf = (inside: Html) =>
    html`<form method="post" action="${action}" novalidate data-keep="${words.kept}" data-refused="${words.notKept}">${hiddenField('requestKey', newKey())}${hiddenField('group', group.group)}${hiddenField('seen', String(standing?.version ?? 0))}${inside}</form>\n`;
  return html`<section id="${group.group}">${heading2(nameOf(group))}
${paragraph(lines([...(leader ? [words.ledBy(leader.name)] : []), ...(number === undefined ? [sayPupils(expectedIn(group))] : who)]))}
${paragraph(standingOf(standing))}
${action !== undefined && standing === undefined && formOf(everybody(group))}
${action !== undefined && details({ summaryText: standing ? words.correct : words.other, html: formOf(otherwise(group, standing)), open: mine })}
${standing !== undefined && standing.earlier.length > 0 && details({ summaryText: words.before, html: bullets(standing.earlier.map(said)) })}
</section>\n`;
}

function standingOf(standing: CheckIn | undefined): Html {
  if (!standing) return tag({ text: words.notCounted, classes: 'govuk-tag--grey' });
  return html`${tag({ text: words.states[standing.state], classes: standing.state === 'came' ? 'govuk-tag--green' : 'govuk-tag--red' })} ${putBy(standing)}`;
}

type Count = Pick<CheckIn, 'state' | 'came' | 'at' | 'by'>;

function putBy({ came, at, by }: Count): string {
  return words.put(sayPupils(cameIn({ came })), sayMoment(at), words.by[by]);
}

function said(count: Count): string {
  return words.was(words.states[count.state], putBy(count));
}

function press(text: string, state: CheckIn['state'], group: ExpectedGroup, secondary: boolean): Html {
  const inside = html`${text}<span class="govuk-visually-hidden">${words.hidden(nameOf(group))}</span>`;
  return button({ html: inside, name: 'state', value: state, ...(secondary && { classes: 'govuk-button--secondary' }) });
}

function everybody(group: ExpectedGroup): Html {
  return press(words.everybody(sayPupils(expectedIn(group))), 'came', group, false);
}

/** More than were planned may come: a few more can be chosen. */
const more = 5;

function otherwise(group: ExpectedGroup, standing: CheckIn | undefined): Html {
  const fields = group.members.map(({ urn, name, pupils }) => {
    const stands = standing?.state === 'came' ? standing.came.find((one) => one.urn === urn)?.pupils : undefined;
    const items = Array.from({ length: pupils + more + 1 }, (_, count) => ({
      value: `${urn}:${count}`,
      text: sayNumber(count),
      selected: count === (stands ?? pupils),
    }));
    return select({ name: 'came', id: `came-${group.group}-${urn}`, label: { text: words.from(name) }, items });
  });
  return html`${fields}<div class="govuk-button-group">${press(words.save, 'came', group, true)}${press(words.noShow, 'no-show', group, true)}${press(words.withdrew, 'withdrew', group, true)}</div>`;
}
