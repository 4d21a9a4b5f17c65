/**
 * Every cookie there is, and how long (seconds) it lasts at most. All are needed for the service to work, HttpOnly and of our
 * own host; a cookie that is not here cannot be set. The cookies page is made from this list.
 */
export const cookies = {
  link: { name: '__Host-link', seconds: 43_200 },
  draftSchool: { name: '__Host-draft-school', seconds: 604_800 },
  draftOrganisation: { name: '__Host-draft-organisation', seconds: 604_800 },
  draftVolunteer: { name: '__Host-draft-volunteer', seconds: 604_800 },
  signIn: { name: '__Host-sign-in', seconds: 600 },
  organiser: { name: '__Host-organiser', seconds: 43_200 },
} as const satisfies Record<string, { readonly name: `__Host-${string}`; readonly seconds: number }>;

export type CookieKey = keyof typeof cookies;
export type CookieName = (typeof cookies)[CookieKey]['name'];
