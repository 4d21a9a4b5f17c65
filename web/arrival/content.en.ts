/** The words about when an event's parts are and how to come in, in English: on pages, in letters and in calendars. */
export const arrivalContent = {
  rows: {
    link: 'Join here',
    lead: 'Ask for',
    address: 'Address',
    gate: 'When you arrive',
    parking: 'Parking',
    stepFree: 'Step-free access',
    bring: 'Bring',
  },
  stepFree: { all: 'Yes, everywhere', partly: 'In part', none: 'No' },
  when: (halfDay: string, starts: string, ends: string) => `${halfDay}, ${starts} to ${ends}`,
  timetable: 'Timetable',
  stretch: (starts: string, ends: string, title: string) => `${starts} to ${ends}: ${title}`,
  places: (said: string, pupils: string) => `${said}, ${pupils}`,
  workshops: 'Your pupils’ sessions',
  noLink: 'We send you the link before the day',
};
