import { median } from '../../load/quantile.js';
import { type Start, startProcess } from '../../load/server-process.js';
import { loadFor, type Round, type Target } from './load.js';

const WARM_UP = 2;

/** What is measured against what it stands on. */
export interface Pair {
  readonly name: string;
  readonly bot: Start;
  readonly bare: Start;
  readonly path: string;
  readonly bodies: readonly string[];
}

export interface Measured extends Round {
  /** MB after the last round. */
  readonly rss: number;
}

export interface Compared {
  readonly name: string;
  readonly bot: Measured;
  readonly bare: Measured;
  /** Requests a second of the bot, percent of those of the bare one. */
  readonly share: number;
}

/** Rounds in turn, the bare one first, so that a busy minute of the machine meets both; of each the median. Throws where a request fails. */
export async function compare({ name, bot, bare, path, bodies }: Pair, rounds: number, seconds: number): Promise<Compared> {
  const servers = [await startProcess(bare), await startProcess(bot)] as const;
  try {
    const measured = servers.map((): Round[] => []);
    for (const { origin } of servers) await warmUp({ url: origin + path, bodies });
    for (let round = 0; round < rounds; round++)
      for (const [n, { origin }] of servers.entries()) measured[n]?.push(await loadFor(seconds, { url: origin + path, bodies }));
    const [ofBare, ofBot] = servers.map(({ rss }, n) => ({ ...middleOf(measured[n] ?? []), rss: rss() })) as [Measured, Measured];
    return { name, bot: ofBot, bare: ofBare, share: (100 * ofBot.rate) / ofBare.rate };
  } finally {
    for (const server of servers) await server.stop('SIGKILL');
  }
}

/** The first request alone: with it the bot loads the SDK, which may take longer than the whole warm-up. */
async function warmUp(target: Target): Promise<void> {
  const { url, bodies } = target;
  await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: bodies[0] ?? null })).text();
  await loadFor(WARM_UP, target);
}

function middleOf(rounds: readonly Round[]): Round {
  const of = (figure: keyof Round): number => median(rounds.map((round) => round[figure]));
  return { rate: of('rate'), p50: of('p50'), p99: of('p99') };
}
