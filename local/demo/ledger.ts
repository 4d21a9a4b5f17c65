import { type StatementId, statements } from '#shared/domain/survey.ts';
import type { Answers } from './plan.ts';

/** The figures of a report, as the demo compares and prints them. */
export type Figures = {
  readonly schools: number;
  readonly hosts: number;
  readonly organisations: number;
  readonly pupilsFaceToFace: number;
  readonly pupilsOnline: number;
  readonly statements: readonly {
    readonly text: string;
    readonly mean: number | null;
    readonly n: number;
    readonly responseRate: number | null;
  }[];
};

type Place = { readonly event: string; readonly urn: string };
type Visit = { readonly event: string; readonly email: string };

type HeldEvent = {
  readonly online: boolean;
  readonly host: string | undefined;
  /** By their place in the plan: who was asked, said yes and came. */
  readonly organisations: Set<number>;
  readonly came: Map<string, number>;
};

/**
 * The client's own count of what the system accepted: kept from the answers to its posts, by its own arithmetic, never
 * read back from the system. The report must equal it.
 */
export class Ledger {
  readonly events = new Map<string, HeldEvent>();
  /** What stands of each school's answers about each event, under both. */
  readonly answers = new Map<string, { readonly urn: string; readonly standing: Answers }>();
  invited = new Set<string>();
  /** Schools with places, and organisations and volunteers who said yes: who gets an entry in their calendar. */
  booked: Place[] = [];
  withdrawn: Place[] = [];
  readonly visits: Visit[] = [];
  /** Groups that were checked in, and how many counts of one were corrected. */
  groups = 0;
  corrections = 0;
  accepted = 0;
  refused = 0;

  isBooked(event: string, urn: string): boolean {
    return this.booked.some((one) => one.event === event && one.urn === urn);
  }

  /** The schools that came to an event, or hosted one to which somebody came. */
  tookPart(): Set<string> {
    const held = this.held();
    return new Set(held.flatMap(({ host, came }) => [...(host === undefined ? [] : [host]), ...present(came)]));
  }

  figures(): Figures {
    const held = this.held();
    const pupils = (online: boolean) =>
      held
        .filter((one) => one.online === online)
        .reduce((sum, { came }) => sum + [...came.values()].reduce((a, b) => a + b, 0), 0);
    return {
      schools: this.tookPart().size,
      hosts: new Set(held.flatMap(({ host }) => (host === undefined ? [] : [host]))).size,
      organisations: new Set(held.flatMap(({ organisations }) => [...organisations])).size,
      pupilsFaceToFace: pupils(false),
      pupilsOnline: pupils(true),
      statements: statements.map(({ id, text, asked }) => ({ text, ...this.statement(id, asked === 'hosts') })),
    };
  }

  /** Takes in what a school sent: what it left out stands as before, and any answer but “not there” says that it was. */
  answer(urn: string, event: string, sent: Answers): void {
    const key = `${urn} ${event}`;
    const { tookPart: _, ...before } = this.answers.get(key)?.standing ?? {};
    this.answers.set(key, { urn, standing: { ...before, ...sent } });
  }

  private held(): HeldEvent[] {
    return [...this.events.values()].filter(({ came }) => present(came).length > 0);
  }

  private statement(id: StatementId, hostsOnly: boolean) {
    const given = [...this.answers.values()].flatMap(({ urn, standing }) =>
      standing.tookPart === 'no' || !standing[id] ? [] : [{ urn, points: standing[id] }],
    );
    const hosts = new Set(this.held().map(({ host }) => host));
    const asked = [...this.invited].filter((urn) => !hostsOnly || hosts.has(urn)).length;
    const total = given.reduce((sum, { points }) => sum + points, 0);
    return {
      n: given.length,
      mean: given.length > 0 ? twoPlaces(total, given.length) : null,
      responseRate: asked > 0 ? twoPlaces(new Set(given.map(({ urn }) => urn)).size, asked) : null,
    };
  }
}

function present(came: ReadonlyMap<string, number>): string[] {
  return [...came].filter(([, pupils]) => pupils > 0).map(([urn]) => urn);
}

/** Half up, by long division rather than the system's own formula. */
function twoPlaces(total: number, parts: number): number {
  const thousandths = Number((BigInt(total) * 1000n) / BigInt(parts));
  return (Math.trunc(thousandths / 10) + (thousandths % 10 >= 5 ? 1 : 0)) / 100;
}
