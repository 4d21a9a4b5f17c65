// Posts that no network took, of forms that say so by `data-keep`: kept in this browser, and sent later, each once.

type Kept = { readonly action: string; readonly group: string; readonly key: string; readonly body: string };

const name = 'kept-posts';
const again = 30_000;
let sending = false;

/** Keeps a post; an earlier one about the same group has not been sent and gives way. False where nothing can be kept. */
export function keepPost(action: string, body: URLSearchParams): boolean {
  const key = body.get('requestKey') ?? '';
  const group = body.get('group') ?? key;
  const kept = readKept();
  const others = kept.filter((one) => one.action !== action || one.group !== group);
  // What gives way may have arrived after all: another answer needs another key.
  if (others.length < kept.length && group !== key) body.set('requestKey', crypto.randomUUID());
  return writeKept([...others, { action, group, key: body.get('requestKey') ?? '', body: body.toString() }]);
}

/** Sends what is kept, oldest first, as far as the network goes. `done` is told whether all that was sent was taken. */
async function sendKept(done: (taken: boolean) => void): Promise<void> {
  if (sending) return;
  sending = true;
  const answers: boolean[] = [];
  for (let [first] = readKept(); first; [first] = readKept()) {
    const status = await post(first);
    // Nobody answered, or nobody who may: it stays for the next time.
    if (status === 0 || status === 401 || status === 403 || status === 429 || status >= 500) break;
    const { key } = first;
    if (!writeKept(readKept().filter((one) => one.key !== key))) break;
    answers.push(status < 400);
  }
  sending = false;
  if (answers.length > 0) done(!answers.includes(false));
}

/** Sends what is kept whenever there may be a network again. */
export function sendKeptLater(done: (taken: boolean) => void): void {
  const attempt = (): void => {
    if (readKept().length > 0) void sendKept(done);
  };
  addEventListener('online', attempt);
  setInterval(attempt, again);
  attempt();
}

async function post({ action, body }: Kept): Promise<number> {
  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  const signal = AbortSignal.timeout(20_000);
  const response = await fetch(action, { method: 'POST', body, headers, signal }).catch(() => undefined);
  return response?.status ?? 0;
}

function readKept(): Kept[] {
  try {
    const kept: Kept[] = JSON.parse(localStorage.getItem(name) ?? '[]');
    return kept;
  } catch {
    return [];
  }
}

function writeKept(kept: readonly Kept[]): boolean {
  try {
    if (kept.length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}
