/**
 * How long each kind of personal data is kept. “Closing” is the day on which an edition's survey closes. The privacy notice
 * is made from this list, and a test holds the impact assessment (docs/privacy/dpia.md) to it.
 */
export const retention = {
  contact: {
    kept: '12 months after closing',
    fields: ['registration.contact.name', 'registration.contact.email', 'organisation.contact.email', 'volunteer.contact.email'],
  },
  telephone: {
    kept: '1 month after closing',
    fields: ['registration.contact.telephone', 'organisation.contact.telephone', 'volunteer.contact.telephone'],
  },
  arrangements: { kept: '1 month after closing', fields: ['registration.accessNeeds', 'organisation.needs'] },
  courses: { kept: '1 month after closing, or until the school deletes it', fields: ['courseKey.key', 'courseApplication.code'] },
  enquiries: {
    kept: '1 month after closing',
    fields: ['enquiry.contact.name', 'enquiry.contact.email', 'enquiry.message', 'enquiry.notes'],
  },
  offers: {
    kept: '12 months after closing',
    fields: ['registration.wishes', 'volunteer.offer', 'volunteer.organisationName'],
  },
  notes: { kept: '12 months after closing', fields: ['note.text'] },
  quotes: { kept: '12 months after closing', fields: ['response.quote'] },
  mails: { kept: '12 months after closing', fields: ['mail.to', 'address.address'] },
  drafts: { kept: '7 days after the last change', fields: ['draft.values'] },
  lostLinks: { kept: '7 days', fields: ['linkRequest.email'] },
  handOvers: { kept: '30 days', fields: ['handOver.from.email'] },
  sending: { kept: '24 hours', fields: ['request.body', 'sendLimit.address'] },
  organisers: { kept: '12 hours', fields: ['organiserSession.name', 'organiserSession.email'] },
  teams: { kept: '12 months after closing', fields: ['team.members.email', 'edition.safeguardingLead.email'] },
  backups: { kept: '35 days', fields: [] },
} as const satisfies Record<string, { readonly kept: string; readonly fields: readonly string[] }>;

export type RetentionKey = keyof typeof retention;
