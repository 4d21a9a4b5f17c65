/*
 * What the source prints of its course: Aspirations, a project in health and social care (Education Futures Trust, Hastings,
 * https://www.educationfuturestrust.org/general-1). Each figure is typed from there; `id` names it in the list of printed figures that
 * the demo is held against.
 */
export const source = 'Aspirations, a project in health and social care (Education Futures Trust)';

export const printed = {
  skills: { id: 'F019', value: 8 },
  professionals: { id: 'F020', value: 4 },
  steps: { id: 'F021', value: 4 },
  keyStage: { id: 'F022', value: 2 },
} as const;
