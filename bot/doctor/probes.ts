import { createServer } from 'node:net';

/** The ways to the outside, so that tests need no network. */
export interface Probes {
  readonly fetch: typeof fetch;
  /** The code of the error with which the port cannot be listened on, or null. */
  readonly listen: (port: number, host: string) => Promise<string | null>;
}

export const REAL_PROBES: Probes = { fetch, listen };

function listen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => resolve(code ?? message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
