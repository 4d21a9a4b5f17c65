import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** Another file of this folder in a process of its own: one question at a time, by message. */
export type Child = {
  readonly ask: (question: object) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

/** Starts `bench/<file>`, which answers with `answerParent`. Its log lines go nowhere. */
export function startChild(file: string, args: readonly string[] = []): Child {
  const child = fork(join(import.meta.dirname, file), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ask: (question) => ask(child, question, ended),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

async function ask(child: ChildProcess, question: object, ended: Promise<void>): Promise<unknown> {
  const answer = new Promise<unknown>((resolve) => child.once('message', resolve));
  child.send(question);
  const died = ended.then(() => {
    throw new Error('a process of this measurement ended before it answered');
  });
  return Promise.race([answer, died]);
}

/** Answers every question of the parent, one after the other; when the parent lets go, `close` is called and this process ends. */
export function answerParent(
  answer: (question: unknown) => Promise<object>,
  close: () => Promise<void> = async () => undefined,
): void {
  process.on('message', (question) => {
    void answer(question).then(
      (value) => process.send?.(value),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
  process.on('disconnect', () => void close().finally(() => process.exit()));
}
