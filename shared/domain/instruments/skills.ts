/** Eight skills that children rate themselves on, by the names that one version of a framework gives them. */
type SkillFramework = {
  readonly framework: string;
  readonly version: number;
  /** The year from which it is used. */
  readonly since: number;
  readonly source: string;
  /** `id` stays when a name changes, so that years can be set side by side. */
  readonly skills: readonly { readonly id: string; readonly name: string }[];
};

const source = 'Skills Builder Universal Framework, https://www.skillsbuilder.org/universal-framework';

const before = [
  { id: 'listening', name: 'Listening' },
  { id: 'speaking', name: 'Speaking' },
  { id: 'problem-solving', name: 'Problem solving' },
  { id: 'creativity', name: 'Creativity' },
  { id: 'adapting', name: 'Staying positive' },
  { id: 'planning', name: 'Aiming high' },
  { id: 'leadership', name: 'Leadership' },
  { id: 'teamwork', name: 'Teamwork' },
] as const;
const renamed: Readonly<Record<string, string>> = { adapting: 'Adapting', planning: 'Planning' };

/** Every version: in 2025 two of the eight were renamed. */
export const skillFrameworks: readonly SkillFramework[] = [
  { framework: 'universal', version: 1, since: 2020, source, skills: before },
  {
    framework: 'universal',
    version: 2,
    since: 2025,
    source,
    skills: before.map(({ id, name }) => ({ id, name: renamed[id] ?? name })),
  },
];
