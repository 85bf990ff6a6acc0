import type { Storage } from 'botbuilder';
import { type BlobSettings, openBlobs } from './blob-storage.js';
import { createForgivingStorage } from './forgiving-storage.js';
import { createMemoryStorage } from './memory-storage.js';
import { MAX_AGE, PAUSE, TIMEOUT } from './storage-limits.js';

export type { BlobSettings } from './blob-storage.js';

/**
 * Where the conversations are kept: in Azure Blob Storage where it is configured, so that replicas share them, otherwise in memory.
 * Nothing of Azure's is loaded before the first use of the blobs, and no error of theirs reaches a turn.
 */
export function openStorage(blobs: BlobSettings | null): Storage {
  if (!blobs) return createMemoryStorage({ maxAge: MAX_AGE });
  return createForgivingStorage(() => openBlobs(blobs, { maxAge: MAX_AGE, timeout: TIMEOUT }), { timeout: TIMEOUT, pause: PAUSE });
}
