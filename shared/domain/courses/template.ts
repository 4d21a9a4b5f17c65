import type { YearGroup } from '../fields.ts';

/** Sets of eight key skills, by the version of the framework that names them. Source: Skills Builder, Universal Framework. */
export const skillSets = {
  'universal-2020': {
    title: 'Universal Framework (2020)',
    skills: [
      'listening',
      'speaking',
      'problem-solving',
      'creativity',
      'staying-positive',
      'aiming-high',
      'leadership',
      'teamwork',
    ],
  },
  'universal-2025': {
    title: 'Universal Framework 2 (2025)',
    skills: ['listening', 'speaking', 'problem-solving', 'creativity', 'adapting', 'planning', 'leadership', 'teamwork'],
  },
} as const;

/** The sessions of a course at which children meet somebody, in their order. The assemblies before and after them are days only. */
export const sessionNames = [
  'first',
  'professional-1',
  'professional-2',
  'professional-3',
  'professional-4',
  'reflection',
] as const;
export type SessionName = (typeof sessionNames)[number];

/** What a professional's session can cover, each to be ticked by itself. */
export const checklist = [
  'role',
  'career-path',
  'qualifications',
  'skills',
  'typical-day',
  'maths',
  'english',
  'eight-skills',
  'hands-on-task',
] as const;
export type Covered = (typeof checklist)[number];

/** What children can put in the cloud of their future, as themes of a picture list; never a child's own words. */
export const cloudThemes = [
  'health-job',
  'care-job',
  'other-job',
  'own-home',
  'by-the-sea',
  'in-a-city',
  'family',
  'friends',
  'pets',
] as const;
export type CloudTheme = (typeof cloudThemes)[number];

/** A course as it is offered to schools: what its steps are, and what each of them needs. */
export type CourseTemplate = {
  readonly title: string;
  readonly version: number;
  readonly yearGroups: readonly YearGroup[];
  readonly skills: keyof typeof skillSets;
  readonly steps: readonly { readonly step: string; readonly sessions: readonly SessionName[] }[];
};

/**
 * The courses that schools can have, by name and version. A course at a school keeps the one that it was made from; a change of
 * a template is a new version beside the old.
 */
export const courseTemplates = {
  'health-and-care-1': {
    title: 'Jobs in health and care',
    version: 1,
    yearGroups: ['year3', 'year4', 'year5', 'year6'],
    skills: 'universal-2025',
    steps: [
      { step: 'introduction', sessions: ['first'] },
      { step: 'professionals', sessions: ['professional-1', 'professional-2', 'professional-3', 'professional-4'] },
      { step: 'reflection', sessions: ['reflection'] },
      { step: 'final-assembly', sessions: [] },
    ],
  },
} as const satisfies Record<string, CourseTemplate>;
export type TemplateName = keyof typeof courseTemplates;
export const templateNames = ['health-and-care-1'] as const satisfies readonly TemplateName[];

/** The key stages in England that some year groups of primary education belong to: Years 1 and 2 are 1, Years 3 to 6 are 2. */
export function keyStagesOf(years: readonly YearGroup[]): number[] {
  const stages = years.flatMap((year) => (year === 'reception' ? [] : [year === 'year1' || year === 'year2' ? 1 : 2]));
  return [...new Set(stages)].toSorted((a, b) => a - b);
}

/** Whether a session is led by a professional. */
export function isProfessional(session: SessionName): boolean {
  return session.startsWith('professional-');
}

/** The sessions that a template wants professionals for. */
export function professionalSessions({ steps }: CourseTemplate): SessionName[] {
  return steps.flatMap(({ sessions }) => sessions.filter(isProfessional));
}
