import { isRecord } from '../record.js';

/** The part of a Bot Framework activity that this bot reads; everything else passes through unread. */
export interface IncomingActivity {
  readonly type: string;
  readonly name?: string;
  readonly id?: string;
  readonly replyToId?: string;
  readonly timestamp?: string;
  readonly channelId: string;
  readonly serviceUrl: string;
  readonly from: Account;
  readonly recipient: Account;
  readonly conversation: {
    readonly id: string;
    readonly conversationType?: string;
    readonly isGroup?: boolean;
    readonly tenantId?: string;
  };
  readonly text?: string;
  readonly value?: unknown;
  readonly entities?: readonly Readonly<Record<string, unknown>>[];
  readonly membersAdded?: readonly Account[];
  readonly reactionsAdded?: readonly unknown[];
  readonly action?: string;
  readonly deliveryMode?: string;
  readonly channelData?: { readonly eventType?: unknown; readonly tenant?: { readonly id?: unknown } };
}

interface Account {
  readonly id: string;
}

const MAX_DEPTH = 20;
const MAX_ID = 1000;

/**
 * Checks a request body before the SDK sees it: the SDK answers a body it did not expect with an exception.
 * Returns the body itself, or what is wrong with it (in English, for whoever calls the endpoint).
 */
export function readActivity(body: unknown): IncomingActivity | { error: string } {
  if (!isRecord(body)) return { error: 'The body must be a JSON object: a Bot Framework activity.' };
  if (isDeeperThan(body, MAX_DEPTH)) return { error: `The body is nested more than ${MAX_DEPTH} levels deep.` };
  for (const [fields, isValid, expected] of CHECKS) {
    const wrong = fields.find((field) => !isValid(body[field]));
    if (wrong) return { error: `"${wrong}" must be ${expected}.` };
  }
  return body as unknown as IncomingActivity;
}

const CHECKS: readonly (readonly [fields: readonly string[], isValid: (value: unknown) => boolean, expected: string])[] = [
  [['type', 'channelId', 'serviceUrl'], isId, 'a non-empty string'],
  [['from', 'recipient', 'conversation'], (value) => isRecord(value) && isId(value.id), 'an object with an "id"'],
  [['id', 'replyToId', 'name'], (value) => isAbsent(value) || isId(value), 'a non-empty string'],
  [['text'], (value) => isAbsent(value) || typeof value === 'string', 'a string'],
  [['channelData'], (value) => isAbsent(value) || isRecord(value), 'an object'],
  [['entities', 'attachments', 'membersAdded', 'membersRemoved', 'reactionsAdded'], isAbsentOrRecords, 'a list of objects'],
];

/** One person alone with the bot, as opposed to a group chat or a channel. */
export function isPersonal({ conversation }: IncomingActivity): boolean {
  return conversation.conversationType ? conversation.conversationType === 'personal' : !conversation.isGroup;
}

/** The text without the mentions that summon the bot, and without the HTML entities Teams leaves in it. */
export function spokenText({ text, entities }: IncomingActivity): string {
  let spoken = text ?? '';
  for (const entity of entities ?? []) {
    if (entity.type === 'mention' && typeof entity.text === 'string' && entity.text !== '') spoken = spoken.replaceAll(entity.text, ' ');
  }
  return unescapeHtml(spoken).trim();
}

function unescapeHtml(text: string): string {
  const named: Record<string, string> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (whole, name: string) => named[name] ?? whole);
}

function isId(value: unknown): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  return typeof value === 'string' && value.trim() !== '' && value.length <= MAX_ID && !/[\u0000-\u001f\u007f]/.test(value);
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function isAbsentOrRecords(value: unknown): boolean {
  return isAbsent(value) || (Array.isArray(value) && value.every(isRecord));
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}
