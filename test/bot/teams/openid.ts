import { createHmac, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY_ID = 'key-of-the-authority';
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** Stands in for login.botframework.com: tells with which keys the tokens of callers are signed. */
export interface OpenIdServer {
  /** Address of the metadata, another one for each server: the SDK keeps the keys of an address as long as it runs. */
  readonly openIdMetadata: string;
  /** What was asked for: `metadata`, `keys`. */
  readonly asked: Document[];
  close(): Promise<void>;
}

type Document = 'metadata' | 'keys';
type Answer = (response: ServerResponse, document: Document, whole: object) => void;

const open = new Set<Server>();

/** An authority on loopback whose one key is endorsed for Teams. `answer` takes over the response; it may leave it open. */
export async function startOpenId(answer: Answer = answerJson): Promise<OpenIdServer> {
  const asked: Document[] = [];
  const path = `/${randomUUID()}/.well-known`;
  let base = '';
  const server = createServer((request, response) => {
    const document = request.url === `${path}/openidconfiguration` ? 'metadata' : 'keys';
    asked.push(document);
    answer(response, document, document === 'metadata' ? metadata(`${base}/keys`) : { keys: [publicJwk()] });
  });
  open.add(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  return { openIdMetadata: `${base}/openidconfiguration`, asked, close: () => close(server) };
}

/** Closes every authority that was started, also where a test failed halfway. */
export async function closeOpenIds(): Promise<void> {
  await Promise.all([...open].map(close));
}

export function answerJson(response: ServerResponse, _document: Document, whole: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(whole));
}

async function close(server: Server): Promise<void> {
  if (!open.delete(server)) return;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** As https://login.botframework.com/v1/.well-known/openidconfiguration looks. */
function metadata(keys: string): object {
  return {
    issuer: 'https://api.botframework.com',
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: keys,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

function publicJwk(): object {
  return { ...publicKey.export({ format: 'jwk' }), use: 'sig', kid: KEY_ID, x5t: KEY_ID, endorsements: ['msteams'] };
}

/** Makes the last part of a token from the first two. */
type Sign = (unsigned: string) => string;

const rs256 =
  (key: KeyObject): Sign =>
  (unsigned) =>
    createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url');

export const signedByStranger: Sign = rs256(stranger);
export const unsigned: Sign = () => '';

/** The public key taken for a shared secret, letter by letter as the SDK keeps it: what a careless check of the algorithm lets in. */
export const signedWithPublicKey: Sign = (text) =>
  createHmac('sha256', publicKey.export({ type: 'pkcs1', format: 'pem' }))
    .update(text)
    .digest('base64url');

/** A token as the authority issues it; what is given replaces what is usual, undefined removes it. */
export function makeToken(claims: object, header: object = {}, sign: Sign = rs256(privateKey)): string {
  const now = secondsFromNow(0);
  const content = { iss: 'https://api.botframework.com', nbf: now - 60, exp: now + 600, ...claims };
  const text = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY_ID, ...header })}.${part(content)}`;
  return `${text}.${sign(text)}`;
}

/** A moment as tokens tell it: seconds since 1970. */
export function secondsFromNow(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

/** One part of a token. */
export function part(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
