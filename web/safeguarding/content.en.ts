import { safeguardingLine } from '#shared/domain/child-days.ts';
import { belowTheLine } from '#shared/domain/placement.ts';

/** What has just been done, to say so once. */
export const safeguardingDone = ['confirmed', 'refused', 'asked'] as const;
export type SafeguardingDone = (typeof safeguardingDone)[number];

const { days, within, weeks } = safeguardingLine;

/** The words of the safeguarding lead's pages, in English. */
export const safeguardingContent = {
  title: 'Safeguarding line',
  what: [
    `An unpaid helper may meet children on up to ${days} days in any ${within} days, over all schools. Day ${days + 1} is over the line.`,
    `So is the same weekday ${['', 'one', 'two', 'three', 'four'][weeks] ?? weeks} weeks running. Several places on one day are one day.`,
    'Over the line a place waits until you decide. The person is not expected there until then.',
  ],
  notAdvice:
    'This page counts and warns. It is not legal advice. Some people are sent by their firm. You decide if their days count.',
  waiting: 'Waiting for your decision',
  noneWaiting: 'Nobody waits for a decision.',
  decided: 'Decisions',
  noneDecided: 'No decision has been recorded.',
  person: 'Person',
  since: 'Waits since',
  place: 'Place',
  outcome: 'Decision',
  reason: 'Reason',
  by: 'By',
  when: 'When',
  outcomes: { confirmed: 'Comes', refused: 'Does not come' },
  checks: 'Barred-list check asked for',
  done: {
    heading: 'Done',
    confirmed: 'The place is confirmed. An email that says so is on its way.',
    refused: 'The place is refused. An email that says so is on its way.',
    asked: 'We have recorded that a barred-list check is asked for.',
  },
  record: 'See what we hold about this person',
  back: 'Back to the safeguarding line',
  days: 'Days with children',
  noDays: 'No accepted place yet.',
  day: 'Day',
  event: 'Event',
  where: 'Where',
  warning: {
    'many-days': (count: number) =>
      `With this place, this person meets children on ${count} days within ${within} days. Up to ${days} are below the line.`,
    weekly: (count: number) => `With this place, this person meets children on the same weekday ${count} weeks running.`,
  },
  noLonger: 'Other days have gone since, so this place is below the line now. Confirm it.',
  counts: 'These days count',
  dayLine: (day: string, title: string, where: string) => `${day}: ${title}, ${where}`,
  decide: 'What do you decide?',
  choices: { confirmed: 'They come: confirm the place', refused: 'They do not come: refuse the place' },
  reasonHint: 'For example which check there is, and the risk assessment. Kept for the record. The person does not see it.',
  send: 'Record the decision',
  check: 'Check against the barred list',
  overTheLine: 'This person is over the line. You can ask for an enhanced check with the barred list.',
  askCheck: 'Record that the check is asked for',
  noCopy: 'Keep no copy of a certificate. Write down the fact, the date and your decision.',
  asked: (moment: string, by: string) => `Asked for on ${moment} by ${by}.`,
  belowTheLine,
} as const;
