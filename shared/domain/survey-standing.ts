import type { AskedAbout, Registration } from './registration.ts';
import type { Response } from './survey.ts';

/** One event that a school is asked about, and what we have from it. */
export type AskedSchool = { readonly school: Registration; readonly asked: AskedAbout; readonly current: Response | undefined };

/** Who is asked, who has answered, and who did so on paper: in schools, and for each school and event. */
export type SurveyStanding = {
  readonly schools: { readonly asked: number; readonly answered: number; readonly onPaper: number };
  readonly parts: readonly AskedSchool[];
};

/** Sets what schools are asked about beside what they answered, in the order of their names. */
export function surveyStanding(schools: readonly Registration[], responses: readonly Response[]): SurveyStanding {
  const given = new Map(responses.map((one) => [keyOf(one, one), one]));
  const parts = schools
    .toSorted((a, b) => a.schoolName.localeCompare(b.schoolName, 'en-GB'))
    .flatMap((school) =>
      (school.surveyAbout ?? []).map((asked) => ({ school, asked, current: given.get(keyOf(school, asked)) })),
    );
  const count = (some: readonly AskedSchool[]) => new Set(some.map(({ school }) => school.registration)).size;
  return {
    parts,
    schools: {
      asked: count(parts),
      answered: count(parts.filter(({ current }) => current)),
      onPaper: count(parts.filter(({ current }) => current?.typedBy !== undefined)),
    },
  };
}

function keyOf({ registration }: { readonly registration: string }, { event }: { readonly event: string }): string {
  return `${registration}#${event}`;
}
