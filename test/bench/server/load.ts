import autocannon from 'autocannon';

/** What is sent, one body after the other, always in the same order. */
export interface Target {
  readonly url: string;
  readonly bodies: readonly string[];
}

/** One round. */
export interface Round {
  /** Requests a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const CONNECTIONS = 20;

/** Sends as much as is answered, over 20 connections that are kept open. Throws where anything but 200 comes back. */
export async function loadFor(seconds: number, { url, bodies }: Target): Promise<Round> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    requests: bodies.map((body) => ({ method: 'POST' as const, headers: { 'content-type': 'application/json' }, body })),
  });
  const failed = result.errors + result.non2xx;
  if (failed > 0 || result['2xx'] === 0)
    throw new Error(`${url}: ${JSON.stringify(result.statusCodeStats)}, ${result.timeouts} timeouts, ${result.errors} errors`);
  return { rate: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99 };
}
