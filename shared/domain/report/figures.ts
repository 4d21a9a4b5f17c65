import { pupilsOnce } from '../instruments/pupils.ts';
import { yearGroups } from '../fields.ts';
import { uniquePupils } from '../statistics/unique-pupils.ts';
import { childrensFigures } from './childrens-figures.ts';
import { dayFigure } from './day-figure.ts';
import type { FigureDefinition, Row } from './figure-definition.ts';
import type { Snapshot } from './snapshot.ts';
import { statementFigures } from './statement-figures.ts';

const held = ({ events }: Snapshot) => events.filter((one) => one.held);

function different(field: string) {
  return (rows: readonly Row[]) => new Set(rows.map((row) => row[field])).size;
}

function total(field: string) {
  return (rows: readonly Row[]) => rows.reduce((sum, row) => sum + numberIn(row, field), 0);
}

function numberIn(row: Row, field: string): number {
  const value = row[field];
  return typeof value === 'number' ? value : 0;
}

const pupilRows = (online: boolean) => (snapshot: Snapshot) =>
  held(snapshot)
    .filter(({ kind }) => (kind === 'online') === online)
    .flatMap(({ event, attendance }) =>
      attendance.map(({ urn, years, pupils }) => ({ event, urn, yearGroups: years.join(' '), pupils })),
    );

function fewestChildren(rows: readonly Row[]): number {
  const headcounts = rows.map((row) => ({
    urn: String(row['urn']),
    years: yearGroups.filter((year) => String(row['yearGroups']).split(' ').includes(year)),
    pupils: numberIn(row, 'pupils'),
  }));
  return uniquePupils(headcounts).lower;
}

const sumOfPupils = 'Add up the column pupils.';
const sameClass = 'For each school, find the headcounts without a year group in common whose sum is largest. Add up these sums.';

const counted: readonly FigureDefinition[] = [
  {
    figure: 'schools',
    title: 'schools that took part',
    definition: 'A school took part if its pupils came to an event, or if it hosted one that was held.',
    recipe: 'Count the different values of the column urn.',
    rows: (snapshot) =>
      held(snapshot).flatMap(({ event, schools, host }) =>
        [...new Set([...schools, ...(host === undefined ? [] : [host])])].sort().map((urn) => ({ urn, event })),
      ),
    count: different('urn'),
  },
  {
    figure: 'hosts',
    title: 'host schools',
    definition: 'A school is a host if an event that was held took place there.',
    recipe: 'Count the different values of the column urn.',
    rows: (snapshot) => held(snapshot).flatMap(({ event, host }) => (host === undefined ? [] : [{ urn: host, event }])),
    count: different('urn'),
  },
  {
    figure: 'organisations',
    title: 'organisations that gave sessions',
    definition: 'An organisation counts if it had a place at an event that was held and did not decline it.',
    recipe: 'Count the different values of the column organisation.',
    rows: (snapshot) =>
      held(snapshot).flatMap(({ event, organisations }) => organisations.map((organisation) => ({ organisation, event }))),
    count: different('organisation'),
  },
  {
    figure: 'events',
    title: 'events held',
    definition: 'An event was held once somebody counted pupils in it, unless it was called off.',
    recipe: 'Count the different values of the column event.',
    rows: (snapshot) => held(snapshot).map(({ event, kind, halfDay }) => ({ event, kind, halfDay })),
    count: different('event'),
  },
  {
    figure: 'sessions',
    title: 'sessions held',
    definition: 'The sessions of each event that was held, as the organiser recorded them.',
    recipe: 'Add up the column sessions.',
    rows: (snapshot) => held(snapshot).map(({ event, sessions }) => ({ event, sessions })),
    count: total('sessions'),
  },
  {
    figure: 'pupils-face-to-face',
    title: 'pupils counted face to face',
    definition: 'Headcounts of pupils at events in person. A child who came to two events counts twice.',
    recipe: sumOfPupils,
    rows: pupilRows(false),
    count: total('pupils'),
  },
  {
    figure: 'pupils-online',
    title: 'pupils counted online',
    definition: 'Headcounts of pupils at events on screen. A child who joined two events counts twice.',
    recipe: sumOfPupils,
    rows: pupilRows(true),
    count: total('pupils'),
  },
  {
    figure: 'children-face-to-face',
    title: 'different children face to face, at least',
    definition:
      'The fewest different children that the headcounts in person allow. Two headcounts of one school may be the same children, unless they are of different year groups. We take the year groups that were booked.',
    recipe: sameClass,
    rows: pupilRows(false),
    count: fewestChildren,
  },
  {
    figure: 'children-online',
    title: 'different children online, at least',
    definition:
      'The fewest different children that the headcounts online allow. Two headcounts of one school may be the same children, unless they are of different year groups. We take the year groups that were booked.',
    recipe: sameClass,
    rows: pupilRows(true),
    count: fewestChildren,
  },
];

const childrenRows = ({ schools }: Snapshot): Row[] =>
  schools.flatMap(({ urn, children = [] }) =>
    children
      .filter(({ instrument }) => instrument === pupilsOnce.instrument)
      .map(({ instrument, classes, asked, answered }) => ({ urn, instrument, classes, asked, answered })),
  );

const ofChildren: readonly FigureDefinition[] = [
  {
    figure: 'childrens-answers',
    title: 'answers of children',
    definition:
      'Answers that children gave under the code of their class, and children whom their teacher counted by hand. Nothing but the size of the class stops a second answer.',
    recipe: 'Add up the column answered.',
    rows: childrenRows,
    count: total('answered'),
  },
  {
    figure: 'childrens-asked',
    title: 'children in the classes that were asked',
    definition: 'The children in each class whose teacher asked them, as the teacher said.',
    recipe: 'Add up the column asked.',
    rows: childrenRows,
    count: total('asked'),
  },
  {
    figure: 'childrens-classes',
    title: 'classes that were asked',
    definition: 'A class counts if its teacher opened it, and closed it only after somebody had answered.',
    recipe: 'Add up the column classes.',
    rows: childrenRows,
    count: total('classes'),
  },
  {
    figure: 'childrens-schools',
    title: 'schools whose children answered',
    definition: 'A school counts if at least one of its children answered, or was counted by hand.',
    recipe: 'Count the rows whose column answered is not 0.',
    rows: childrenRows,
    count: (rows) => rows.filter((row) => numberIn(row, 'answered') > 0).length,
  },
];

/** Every figure of a report, in the order of the page. */
export const figureDefinitions: readonly FigureDefinition[] = [
  ...counted,
  dayFigure,
  ...statementFigures,
  ...ofChildren,
  ...childrensFigures,
];
