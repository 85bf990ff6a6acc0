import type { FeedbackSink } from '../feedback.js';
import type { Authority, Credentials } from './authentication.js';
import type { BlobSettings } from './storage.js';

/** What the Teams part needs to know of where it runs. */
export interface TeamsSettings {
  /** Null where Teams is not configured: then only callers on this machine are served. */
  readonly credentials: Credentials | null;
  /** Public host name, for links to answer pages. */
  readonly domain?: string | undefined;
  /** Azure Blob Storage for the conversations; in memory where absent. */
  readonly storage?: BlobSettings | null;
  /** Where keys and tokens come from, Microsoft's where absent; tests bring their own. */
  readonly authority?: Authority;
  /** Where what people think of the replies goes; nowhere where absent. */
  readonly onFeedback?: FeedbackSink;
}
