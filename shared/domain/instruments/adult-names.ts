/** The names of the adults' instruments but the schools', apart from their statements: totals know only these. */
export const adultInstruments = { volunteers: 'volunteers', parents: 'parents' } as const;

/** Whether it is the parents who answer under a class's code. */
export function asksParents({ instrument }: { readonly instrument: string }): boolean {
  return instrument === adultInstruments.parents;
}
