import { exportPage } from '#web/exchange/export-page.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { setting } from './examples.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const coordinator = { ...console, organiser: { ...console.organiser, roles: ['coordinator' as const] } };

/** The pages of import and export in every state, by name. */
export const exchangePages: Readonly<Record<string, () => string>> = {
  'organiser-export': () => exportPage({ ...console, narrowed: undefined }),
  'organiser-export-coordinator': () => exportPage({ ...coordinator, narrowed: undefined }),
  'organiser-export-narrowed': () =>
    exportPage({ ...console, narrowed: { list: 'registrations', chosen: { q: 'alder', role: 'host' } } }),
};
