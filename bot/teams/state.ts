import { TurnState } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import type { Reply } from '../conversation/reply.js';
import { type IncomingActivity, isPersonal } from './incoming.js';

/** What is kept of a conversation between two activities: ids and facts, no word of the person. All of it may be missing or older than the code. */
interface Conversation {
  memory?: unknown;
  welcomed?: boolean;
  /** The activities handled last; a channel that got no answer in time delivers again. */
  handled?: string[];
  /** The forms that were taken, and by which activity. */
  taken?: { form: string; by: string }[];
  /** The messages sent last, so that a thumb finds its reply. */
  sent?: SentReply[];
}

/** What a thumb needs to know of a reply. */
export interface SentReply extends Pick<Reply, 'kind' | 'entry' | 'outcomes'> {
  readonly id: string;
}

/** At most so many of each are kept. */
const MAX_KEPT = 20;

/** In a group every person has a state of their own: the facts of one must not decide the case of another. */
export class ConversationState extends TurnState<Conversation> {
  protected override async onComputeStorageKeys(context: TurnContext): Promise<Record<string, string>> {
    const keys = await super.onComputeStorageKeys(context);
    const activity = context.activity as IncomingActivity;
    return isPersonal(activity) ? keys : { ...keys, conversation: `${keys.conversation}/${activity.from.id}` };
  }
}

/** Notes that an activity is being handled; false if it was handled before. An edited message keeps its id and gets a new time. */
export function isNews({ conversation }: ConversationState, { type, id, timestamp }: IncomingActivity): boolean {
  if (!id) return true;
  const key = [type, id, ...(type === 'message' ? [] : [timestamp])].join('/');
  const handled = listOf(conversation.handled);
  if (handled.includes(key)) return false;
  conversation.handled = lastOf([...handled, key]);
  return true;
}

/** Takes a form, once; false if another activity took it before. */
export function takeForm({ conversation }: ConversationState, form: string, by: string): boolean {
  const taken = listOf(conversation.taken);
  const earlier = taken.find((one) => one.form === form);
  if (earlier) return earlier.by === by;
  conversation.taken = lastOf([...taken, { form, by }]);
  return true;
}

/** Remembers which reply a message was, for the thumbs under it. */
export function rememberSent({ conversation }: ConversationState, id: string, { kind, entry, outcomes }: Reply): void {
  conversation.sent = lastOf([...listOf(conversation.sent), { id, kind, entry, outcomes }]);
}

/** The reply that a message was, where it is still remembered. */
export function sentAs({ conversation }: ConversationState, id: string | undefined): SentReply | null {
  return listOf(conversation.sent).find((one) => one.id === id) ?? null;
}

function listOf<Item>(kept: Item[] | undefined): Item[] {
  return Array.isArray(kept) ? kept : [];
}

function lastOf<Item>(items: Item[]): Item[] {
  return items.slice(-MAX_KEPT);
}
