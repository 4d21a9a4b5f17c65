import * as z from 'zod/mini';

// The closed choices that facts carry too. They stand apart from the nouns they describe, so that a fact's schema can
// read them while those nouns name the facts they give.

/** The states of an edition, in order; it moves one step at a time. */
export const editionStates = ['draft', 'open', 'running', 'surveying', 'reported'] as const;
export const editionState = z.enum(editionStates, 'Choose a state');
export type EditionState = z.infer<typeof editionState>;

/** How a school takes part: it hosts, its pupils visit, or its classes join online. Any of them together. */
export const schoolRoles = ['host', 'attending', 'online'] as const;

/** The ways an organisation can meet children. */
export const sessionFormats = ['special-in-school', 'special-own-site', 'rotation', 'online'] as const;

/** What a school can change by its link, the most pressing first: the order in which it is told what it changed. */
export const changedAnswers = ['cohorts', 'halfDays', 'hallCapacity', 'accessNeeds', 'wishes', 'contact'] as const;

/** The shapes of a gathering: one organisation's workshops, four organisations going round, or whole classes online. */
export const eventKinds = ['special', 'rotation', 'online'] as const;
