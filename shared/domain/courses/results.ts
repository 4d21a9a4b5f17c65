import { isSmall, disclosureRules as rules } from '../disclosure/rules.ts';
import type { ClassTotal, ChildrenInAll } from '../pupils/items.ts';
import { saidByAll } from '../pupils/counts.ts';
import type { Course } from './items.ts';
import { type CloudTheme, cloudThemes } from './template.ts';

/** What the children of some courses put in their clouds; a theme that few, or all but few, chose is not shown. */
export type Cloud = {
  readonly children: number;
  readonly schools: number;
  /** The most chosen first. */
  readonly themes: readonly { readonly theme: CloudTheme; readonly count: number }[];
  readonly hidden: number;
};

/** The clouds of courses together, from at least 10 children of 3 schools on; else nothing. */
export function cloudOf(courses: readonly Course[]): Cloud | undefined {
  const held = courses.flatMap(({ urn, cloud }) => (cloud ? [{ urn, ...cloud }] : []));
  const children = held.reduce((sum, one) => sum + one.children, 0);
  const schools = new Set(held.map(({ urn }) => urn)).size;
  if (children < rules.leastAnswers || schools < rules.leastSchools) return undefined;
  const counted = cloudThemes.map((theme) => ({
    theme,
    count: held.reduce((sum, { themes }) => sum + (themes[theme] ?? 0), 0),
  }));
  const shown = counted.filter(({ count }) => count > 0 && !isSmall(count) && !isSmall(children - count));
  return {
    children,
    schools,
    themes: shown.toSorted((a, b) => b.count - a.count || a.theme.localeCompare(b.theme)),
    hidden: counted.length - shown.length,
  };
}

/** What the children of some courses answered before and after: of the classes at their sessions alone. */
export function answersOf(courses: readonly Course[], totals: readonly ClassTotal[]): ChildrenInAll | undefined {
  const events = new Set(courses.flatMap(({ sessions }) => sessions.map(({ event }) => event)));
  const own = totals.filter(({ event, said }) => events.has(event) && said.course !== undefined);
  const schools = [...Map.groupBy(own, ({ urn }) => urn).values()].map((of) => ({ children: of.map(({ said }) => said) }));
  return saidByAll(schools).find(({ course }) => course !== undefined);
}
