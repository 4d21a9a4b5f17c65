/** The words of the page on which an organiser sets an event's hours, sessions and arrival, in English. */
export const arrangeContent = {
  title: (event: string) => `Times, sessions and arrival of “${event}”`,
  starts: 'Starts',
  ends: 'Ends',
  clockHint: (usual: string) => `For example, 09:15. Leave both out for the usual ${usual}.`,
  timetable: 'Sessions, breaks and moves',
  timetableHint:
    'One on each line. For example, “09:15 to 10:00 Build a bridge, 15” or “10:00 to 10:15 Break”. The last number says how many pupils it takes.',
  link: 'Link to join',
  linkHint: 'It begins with https://. Only booked schools and visitors who said yes see it.',
  arrival: 'How to come in',
  arrivalAdvice: 'Only those who come see this. It is on their page, in our emails and in their calendar.',
  address: 'Address with postcode',
  stepFree: 'Is it step-free?',
  parking: 'Parking, for cars and for a coach',
  gate: 'Which gate or door, and what to do there',
  lead: 'Whom to ask for, and their telephone number',
  bring: 'What to bring',
  told: 'Who will be told by email',
  button: 'Save and tell them',
  back: 'Leave it as it is',
  backToEvent: 'Back to the event',
};
