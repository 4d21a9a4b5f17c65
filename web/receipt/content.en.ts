/** The words of the receipt, in English. */
export const receiptContent = {
  title: 'We have your answers',
  reference: 'Your reference',
  next: 'What happens next',
  steps: [
    'We have sent an email to the address you gave.',
    'Open it and follow its link.',
    'Press the button there to confirm. Only then is your place kept.',
  ],
  noEmail: 'No email after 10 minutes?',
  spam: 'Look in your spam or junk folder. Check with the organiser that we have your right address:',
  again: 'You can also send the form again. We keep only one copy.',
  back: 'Back to the week',
};
