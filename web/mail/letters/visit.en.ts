/** The words of the letters that come before a visit, and of the one that takes it out of a calendar, in English. */
export const visitMails = {
  reminder: {
    subject: {
      week: (title: string, when: string) => `All you need for ${when}: ${title}`,
      day: (title: string, when: string) => `Soon: ${title}, ${when}`,
    },
    preheader: {
      week: 'Your event is in a few days. Here is all you need: when, where, who and what to bring.',
      day: 'Your event is on the next school day. Here is all you need once more.',
    },
    heading: { week: 'Your event is coming', day: 'Your event is on the next school day' },
    school: {
      meets: 'Your pupils meet',
      before: 'Tell your pupils that they can ask anything. Two or three questions thought of before help shy ones.',
      change: 'Have the numbers changed, or can you not come? Press the button and tell us now.',
      button: 'See your place',
    },
    visitor: {
      contact: 'Ask for',
      telephone: 'Telephone at the school',
      noTelephone: 'We have no number',
      comes: 'Who comes',
      nobody: 'No school is booked yet',
      access: 'The school says about access',
      needs: 'You told us that you need',
      bring: 'Bring',
      brings: 'Photo ID. The school asks to see it at the door.',
      alone: 'An adult of the school is with you all the time. Never be alone with children.',
      groups: 'Press the button to see and print your timetable: which group comes when, and to which room.',
      change: 'Are you late on the day, or can you not come? Press the button and tell the school with it.',
      button: 'See your visit',
    },
    lead: 'Worried about a child',
  },
  released: {
    subject: (title: string, when: string) => `Taken out of your calendar: ${title}, ${when}`,
    preheader: 'You have no place at this event any more. Your calendar learns it from this email.',
    heading: 'You are not expected at this event any more',
    why: 'Its place went with your withdrawal, or the organiser has freed it.',
    mistake: 'Is this a mistake? Reply to this email as soon as you can.',
    button: 'See what we hold',
  },
};
