/** The words of clashes and of moving an event, in English. */
export const clashContent = {
  clashes: 'This clashes with another event of the same day:',
  says: {
    organisations: (name: string, title: string) => `${name} has a place at “${title}” in this half-day`,
    volunteers: (name: string, title: string) => `${name} has a place at “${title}” in this half-day`,
    host: (name: string, title: string) => `${name} hosts “${title}” in this half-day`,
    schools: (name: string, title: string) => `${name} brings the same year group to “${title}” in this half-day`,
  },
  tooFar: (
    name: string,
    title: string,
    way: Readonly<Record<'kilometres' | 'minutes' | 'between' | 'ends' | 'starts', string>>,
  ) =>
    `${name} also has a place at “${title}”, about ${way.kilometres} km away. One ends at ${way.ends} and the other starts at ${way.starts}: ${way.between} minutes for a way of about ${way.minutes}`,
  see: (title: string) => `See “${title}”`,
  despiteLegend: 'Do you know about the clash?',
  despite: 'Yes, go on all the same',
  despiteHint:
    'An organisation may have two teams, and a school two halls. One person is never at two places. It stays on the list of what needs you.',
  moveInstead: 'Move this event',
  title: (event: string) => `Move “${event}”`,
  halfDay: 'New half-day',
  halfDayEmpty: 'Choose a half-day',
  venue: 'Venue',
  venueHint: 'Where in the building or which site.',
  told: 'Who will be told by email',
  again: 'With a new half-day, everybody who accepted is asked again. Schools keep their places.',
  button: 'Move the event',
  back: 'Leave it where it is',
  backToEvent: 'Back to the event',
};
