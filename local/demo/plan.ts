/** One school of the register that a plan may use. */
export type PlanSchool = { readonly urn: string; readonly name: string };

export type PlannedSchool = {
  readonly urn: string;
  readonly roles: readonly ('host' | 'attending' | 'online')[];
  readonly email: string;
  readonly pupils: number;
  readonly halfDays: readonly string[];
  /** How its registration ends: by its own link, by the organiser, or never confirmed. */
  readonly ends: 'link' | 'organiser' | 'unconfirmed';
};

export type PlannedOrganisation = {
  readonly name: string;
  readonly email: string;
  readonly sector: string;
  readonly formats: readonly string[];
  readonly volunteers: number;
};

export type PlannedBooking = {
  readonly urn: string;
  readonly pupils: number;
  /** Headcounts as they are taken, the last one standing; none when the school did not come. */
  readonly headcounts: readonly number[];
  /** Whether the event has too few places left for it, so that the booking is refused. */
  readonly tooMany?: boolean;
  /** A school that is refused and asks for the places by its own link: it comes once they are free and offered to it. */
  readonly waits?: boolean;
};

export type PlannedEvent = {
  readonly reference: string;
  readonly kind: 'special' | 'rotation' | 'online';
  readonly title: string;
  /** Places in the list of organisations. */
  readonly organisations: readonly number[];
  readonly host?: string;
  readonly venue?: string;
  readonly halfDay: string;
  readonly sessions: number;
  readonly places: number;
  readonly bookings: readonly PlannedBooking[];
  /** Organisations that say no. */
  readonly declined?: readonly number[];
  /** In a rotation: how many groups go round, and in how many slots. */
  readonly groups?: number;
  readonly slots?: number;
};

/** Statements answered 1 to 5, or 0 where one does not apply; nothing but `tookPart: 'no'` from a school that was not there. */
export type Answers = {
  readonly hosting?: number;
  readonly enjoyed?: number;
  readonly again?: number;
  readonly tookPart?: 'no';
};
export type PlannedResponse = {
  readonly urn: string;
  readonly event: string;
  /** Answers as they are sent, one after another; what is left out keeps its earlier answer. */
  readonly sent: readonly Answers[];
  readonly quote?: string;
};

/** A volunteer whom the organisers ask for these events, in order, and what the safeguarding lead decides. */
export type PlannedHelper = {
  readonly email: string;
  readonly events: readonly string[];
  readonly outcome: 'confirmed' | 'refused';
};

/** An organisation that does not come to a rotation, on the morning or afternoon of it. */
export type PlannedLoss = { readonly event: string; readonly organisation: number };

/** A whole week as the demo's client will post it. */
export type Plan = {
  readonly schools: readonly PlannedSchool[];
  readonly organisations: readonly PlannedOrganisation[];
  readonly events: readonly PlannedEvent[];
  readonly responses: readonly PlannedResponse[];
  readonly helper?: PlannedHelper | undefined;
  readonly loss?: PlannedLoss | undefined;
  /** The school that withdraws after it was booked: none of its pupils come anywhere. */
  readonly withdraws?: string | undefined;
};

/** The mailbox of an organisation's volunteer: both counted from 1. */
export function volunteerAddress(organisation: number, person: number): string {
  return `volunteer-${organisation}-${person}@organisation.example`;
}

/** The ten half-days of 3 to 7 March 2025. */
export const halfDays = [3, 4, 5, 6, 7].flatMap((day) => [`2025-03-0${day}-am`, `2025-03-0${day}-pm`]);

/** Splits a number into so many near-equal whole parts. */
export function shareOut(total: number, parts: number): number[] {
  return Array.from(
    { length: parts },
    (_, index) => Math.floor((total * (index + 1)) / parts) - Math.floor((total * index) / parts),
  );
}
