/** Why an https request to a host got no answer, and what its owner can do, from the code of the error. */
export function whyUnreachable(code: string): { why: string; todo: string } {
  const [, why, todo] = CAUSES.find(([codes]) => codes.test(code)) ?? [null, 'cannot be reached', 'see whether the address is right.'];
  return { why: `${why} (${code})`, todo };
}

const CAUSES: readonly (readonly [codes: RegExp, why: string, todo: string])[] = [
  [/ENOTFOUND|EAI_AGAIN/, 'has no address', 'make a DNS record of this name that leads to the server.'],
  [/ECONNREFUSED/, 'serves no https', 'start a proxy there that serves https on port 443 and passes every request on to the bot.'],
  [/TIMEOUT|TIMEDOUT|TimeoutError/, 'does not answer', 'open port 443 of the server to the internet.'],
  [
    /CERT|SELF_SIGNED|VERIFY|ALTNAME|SSL|TLS/,
    'has no certificate to trust',
    'install one of a public authority (such as Let’s Encrypt) for this name, with its whole chain: Teams accepts no other.',
  ],
];
