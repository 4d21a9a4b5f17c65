import type { Team, TeamMember } from '#shared/domain/team.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { button } from '../components/button.ts';
import { details } from '../components/details.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, type FormState, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, paragraph } from '../prose.ts';
import { roleNames, teamContent as words } from './team.en.ts';
import { type Console, consolePage, listTable, may } from './frame.ts';

type TeamParams = Console & { readonly team: Team; readonly filled?: Filled | undefined };

/** An edition's organisers and what each may do; an admin can change it here. */
export function teamPage({ team, filled, ...console }: TeamParams): string {
  const state = formState(filled);
  const admin = may(console, 'admin');
  return consolePage(console, {
    title: words.title,
    filled,
    path: pathOf('/organiser/editions/{edition}/team', console.edition),
    body: html`${paragraph(words.intro)}
${listTable({
  name: words.title,
  none: words.intro,
  head: [{ text: words.name }, { text: words.may }],
  rows: team.members.map((one) => [{ text: one.email, classes: 'app-break' }, { html: rolesIn(one) }]),
})}
${admin ? team.members.map((one) => changeForms(console.edition.edition, one)) : paragraph(words.notAdmin)}
${admin && console.edition.state === 'draft' && paragraph(words.draft)}
${admin && inviteForm(console.edition.edition, state)}`,
  });
}

function rolesIn({ roles }: TeamMember): Html {
  return lines(roles.length === 0 ? [words.onlyView] : roles.map((role) => roleNames[role]));
}

function changeForms(edition: string, { organiser, email, roles }: TeamMember): Html {
  const path = `roles-${organiser}`;
  const at = { edition, organiser };
  const boxes = rolesField({ values: { roles }, issues: [] }, words.change(email), path);
  const removal = html`${words.remove}<span class="govuk-visually-hidden">${words.removeHidden(email)}</span>`;
  return details({
    summaryText: words.change(email),
    html: html`${form({ action: pathOf('/organiser/editions/{edition}/team/{organiser}/roles', at), body: boxes, submit: words.save, submitClasses: 'govuk-button--secondary' })}
<form method="post" action="${pathOf('/organiser/editions/{edition}/team/{organiser}/remove', at)}">${button({ html: removal, classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
  });
}

function inviteForm(edition: string, state: FormState): Html {
  return html`${heading2(words.invite)}
${form({
  action: pathOf('/organiser/editions/{edition}/team', { edition }),
  body: html`${textField({ ...state, path: 'email', type: 'email', label: words.email, width: 30 })}
${rolesField(state, words.rolesLabel)}`,
  submit: words.send,
})}`;
}

// Several forms on one page ask for roles, so that each has ids of its own.
function rolesField(state: FormState, label: string, idPrefix = 'roles'): Html {
  return checkboxesField({
    ...state,
    path: 'roles',
    idPrefix,
    label,
    hint: idPrefix === 'roles' ? words.rolesHint : undefined,
    small: true,
    options: organiserRoles.map((value) => ({ value, text: roleNames[value], hint: words.roleHints[value] })),
  });
}
