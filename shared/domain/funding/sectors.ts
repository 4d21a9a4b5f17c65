/** The sectors that a programme sends into schools, as one version of its list has them. */
type SectorList = {
  readonly version: number;
  /** The year from which it is used. */
  readonly since: number;
  readonly source: string;
  readonly sectors: readonly { readonly id: SectorId; readonly name: string }[];
};

export const sectorIds = ['sport', 'nhs', 'rail', 'robotics'] as const;
export type SectorId = (typeof sectorIds)[number];

/** Every version, oldest first: what is on a menu says by which it was put there. */
const sectorLists = [
  {
    version: 1,
    since: 2019,
    source: '“Our Future” Derby, https://www.cypnow.co.uk/content/best-practice/teaching-children-the-world-is-their-oyster',
    sectors: [
      { id: 'sport', name: 'Sport' },
      { id: 'nhs', name: 'NHS' },
      { id: 'rail', name: 'Rail' },
      { id: 'robotics', name: 'Robotics' },
    ],
  },
] as const satisfies readonly [SectorList, ...SectorList[]];

/** The list that is used now. */
export const sectorsNow: SectorList = sectorLists.toReversed()[0] ?? sectorLists[0];

/** What a sector is called. */
export function sectorName(sector: SectorId): string {
  return sectorsNow.sectors.find(({ id }) => id === sector)?.name ?? sector;
}

/** The sectors that organisations name when they sign up, by those of the menu that they fit. */
export const fittingSectors: Readonly<Record<SectorId, readonly string[]>> = {
  sport: ['sport-leisure'],
  nhs: ['health-care'],
  rail: ['transport'],
  robotics: ['engineering-manufacturing', 'digital', 'science'],
};
