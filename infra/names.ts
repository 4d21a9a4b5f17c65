import type { FunctionName } from '#shared/system/functions.ts';

/**
 * The names that all stacks of a stage derive, so that the alarms take nothing from the system they watch and can never
 * hold up a change of it (decision 017).
 */
export function namesOf(stage: string) {
  const stack = `Aspirations-${stage}`;
  return {
    stack,
    alarmStack: `${stack}-alarms`,
    routeStack: `${stack}-routes`,
    topic: `${stack}-alarms`,
    metrics: `Aspirations/${stack}`,
    functionOf: (name: FunctionName) => `${stack}-${name}`,
    queueOf: (name: FunctionName) => `${stack}-${name}`,
    failuresOf: (name: FunctionName) => `${stack}-${name}-failures`,
    /** What a sweeper sent again, counted from its log. */
    resendsOf: (name: FunctionName) => `${name}-resends`,
  };
}

export type Names = ReturnType<typeof namesOf>;
