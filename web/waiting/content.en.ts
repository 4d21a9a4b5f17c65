/** The words of the waiting lists, in English. */
export const waitingContent = {
  title: 'Ask for places',
  how: 'Ask for places at any event here. If your group fits now, we offer you the places at once. If not, you wait.',
  fair: 'Who comes first',
  rules: {
    noPlaceYet: (points: number) => `A school that has no place in this week yet: ${pointsOf(points)}.`,
    freeMeals: (percent: number, points: number) =>
      `A school where ${percent}% of pupils or more can have free school meals: ${pointsOf(points)}.`,
    perDay: (points: number) => `Each full day of waiting: ${pointsOf(points)}.`,
    hold: (hours: number) => `We hold the places we offer you for ${hours === 1 ? '1 hour' : `${hours} hours`}.`,
  },
  always: [
    'Most points come first. With as many points, who asked first comes first.',
    'A group is never split. One that does not fit waits, and smaller groups go on.',
  ],
  none: 'No event takes schools now.',
  free: (places: number) => (places === 1 ? '1 place is free' : `${places} places are free`),
  full: 'Full now',
  columns: { event: 'Event', when: 'When', places: 'Places', you: 'Your school' },
  stands: {
    waiting: (pupils: string) => `You wait with ${pupils}`,
    offered: (pupils: string, until: string) => `We hold places for ${pupils} until ${until}`,
    lapsed: 'The places went to the next school',
    not: 'You have not asked',
  },
  ask: 'How many pupils would come?',
  send: 'Ask for these places',
  change: 'Do you need more or fewer?',
  changeAdvice: 'You keep your turn. We never split a group unless you ask for fewer places here.',
  saveChange: 'Change how many',
  closed: 'This event takes no more schools.',
  offeredHeading: (pupils: string) => `Places for ${pupils} are yours if you say yes`,
  offeredUntil: (until: string) => `We hold them for you until ${until}. After that they go to the next school.`,
  take: 'Yes, we take the places',
  decline: 'No, give them to the next school',
  leave: 'Leave the list',
  lapsed: 'You did not answer in time, so the places went to the next school. You can ask again.',
  turn: (place: number, all: number) =>
    all === 1 ? 'You are the only school that waits.' : `You are number ${place} of ${all} schools that wait.`,
  why: ({
    all,
    noPlaceYet: first,
    freeMeals: meals,
    days,
  }: Readonly<Record<'all' | 'noPlaceYet' | 'freeMeals' | 'days', number>>) =>
    `You have ${all} points: ${first} for having no place yet, ${meals} for free school meals and ${days} for days of waiting.`,
  tooMany: (pupils: number, free: number) =>
    free === 0
      ? 'No place is free now. We write to you when there are enough for your whole group.'
      : `${free === 1 ? '1 place is' : `${free} places are`} free, and your group is ${pupils}. We do not split it, so smaller groups may go first.`,
  soon: 'Your group fits. We write to you in a moment.',
  back: 'Back to all events',
  organiser: {
    title: (event: string) => `Waiting list: ${event}`,
    none: 'Nobody waits.',
    list: 'In turn',
    turn: 'Turn',
    school: 'School',
    group: 'Group',
    points: 'Points',
    state: 'Stands',
    parts: (first: number, meals: number, days: number) => `${first} no place yet, ${meals} free meals, ${days} days`,
    gone: 'Has places, or no longer takes part',
    places: 'How many pupils does this event take?',
    placesAdvice: 'Places that come free are offered to whoever waits, in turn, by themselves.',
    save: 'Change the number of places',
  },
};

function pointsOf(points: number): string {
  return points === 1 ? '1 point' : `${points} points`;
}
