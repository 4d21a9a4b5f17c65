/**
 * Gathers what is asked for in one turn of the event loop and has it done as one: `run` gets all of it and gives the way
 * to each answer. When `run` fails, it fails for everybody who asked.
 */
export function together<A, R>(run: (asked: readonly A[]) => Promise<(one: A) => R | Promise<R>>): (one: A) => Promise<R> {
  type Waiting = {
    readonly one: A;
    readonly resolve: (answer: R | Promise<R>) => void;
    readonly reject: (error: unknown) => void;
  };
  let waiting: Waiting[] = [];

  async function runAll() {
    const all = waiting;
    waiting = [];
    try {
      const answerOf = await run(all.map(({ one }) => one));
      for (const { one, resolve } of all) resolve(answerOf(one));
    } catch (error) {
      for (const { reject } of all) reject(error);
    }
  }

  return (one) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void runAll());
      waiting.push({ one, resolve, reject });
    });
}
