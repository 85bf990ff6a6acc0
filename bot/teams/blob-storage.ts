import { createHash } from 'node:crypto';
import type { Storage } from 'botbuilder';
import type { BlobsStorage } from 'botbuilder-azure-blobs';

/** A container of Azure Blob Storage. */
export interface BlobSettings {
  /** Connection string of the storage account. */
  readonly connection: string;
  readonly container: string;
}

interface BlobOptions {
  /** What nobody wrote for so long counts as not there; ms. */
  readonly maxAge: number;
  /** After so long a call to Azure is given up; ms. */
  readonly timeout: number;
  readonly now?: () => number;
}

/** What stands in a blob: an item as JSON in ASCII, and when it was written (ms since 1970). */
interface Kept {
  readonly json: string;
  readonly writtenAt: number;
}

/** The part of the client's HTTP pipeline used here; the SDK's types keep it private. */
interface Client {
  readonly _containerClient: { readonly storageClientContext: { readonly pipeline: { addPolicy(policy: Policy): void } } };
}
interface Policy {
  name: string;
  sendRequest(request: { abortSignal?: AbortSignal }, next: (request: object) => Promise<unknown>): Promise<unknown>;
}

/** Azure's own policy tries four times with pauses of 4 seconds and more, far longer than anybody waits for an answer. */
const RETRIES = { maxTries: 2, retryDelayInMs: 100, maxRetryDelayInMs: 200, tryTimeoutInMs: 1000 };

/**
 * The SDK's storage in a container of Azure Blob Storage, which is created where it is missing. What nobody wrote for `maxAge` counts as
 * not there; deleting old blobs for good is the job of the container's lifecycle rule. Items have no eTag: of two writes the last one wins.
 * Rejects with Azure's errors, whose messages may tell where the storage is.
 */
export async function openBlobs({ connection, container }: BlobSettings, options: BlobOptions): Promise<Storage> {
  const { maxAge, timeout, now = Date.now } = options;
  const sdk = await import('botbuilder-azure-blobs');
  const blobs = new sdk.BlobsStorage(connection, container, { storagePipelineOptions: { retryOptions: RETRIES } });
  boundCalls(blobs, timeout);

  async function find(key: string): Promise<object | null> {
    const name = nameOf(key);
    try {
      const { [name]: kept } = await blobs.read([name]);
      return isKept(kept) && now() - kept.writtenAt <= maxAge ? JSON.parse(kept.json) : null;
    } catch (error) {
      // What is no JSON was not written here; the next write replaces it.
      if ((error as Error).name === 'SyntaxError') return null;
      throw error;
    }
  }

  return {
    async read(keys) {
      const found = await Promise.all(keys.map(async (key) => [key, await find(key)] as const));
      return Object.fromEntries(found.filter(([, item]) => item !== null));
    },
    async write(changes) {
      const kept = Object.entries(changes).map(([key, { eTag: _old, ...item }]) => {
        return [nameOf(key), { json: toAscii(JSON.stringify(item)), writtenAt: now(), eTag: '*' } satisfies Kept & { eTag: string }];
      });
      await blobs.write(Object.fromEntries(kept));
    },
    async delete(keys) {
      await blobs.delete(keys.map(nameOf));
    },
  };
}

/** Ends a call with all its tries after `timeout`: Azure's client has no limit of its own, and a given-up call would keep its connection. */
function boundCalls(blobs: BlobsStorage, timeout: number): void {
  (blobs as unknown as Client)._containerClient.storageClientContext.pipeline.addPolicy({
    name: 'boundedCalls',
    sendRequest(request, next) {
      request.abortSignal = AbortSignal.timeout(timeout);
      return next(request);
    },
  });
}

/** BlobsStorage cuts names at 1024 characters and drops empty parts: two conversations with long ids would share one memory. */
function nameOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** BlobsStorage states a length in characters where Azure wants bytes, and only Azure's client puts it right: in ASCII the two are equal. */
function toAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isKept(value: unknown): value is Kept {
  const { json, writtenAt } = (value ?? {}) as Partial<Kept>;
  return typeof json === 'string' && typeof writtenAt === 'number';
}
