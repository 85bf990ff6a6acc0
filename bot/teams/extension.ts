import type { Entry } from '../../knowledge/schema.js';
import { answerReply } from '../conversation/answer-reply.js';
import { attached } from './activity.js';
import { wholeCard } from './card.js';
import type { Talk } from './result.js';

/** The command of the message extension, as the manifest names it, and its one parameter. */
export const SEARCH_COMMAND = 'searchFaq';
export const SEARCH_PARAMETER = 'query';

/** The part of the SDK's `MessagingExtensionResult` used here. */
type ExtensionResult = { type: 'result'; attachmentLayout: 'list'; attachments: ExtensionAttachment[] } | { type: 'message'; text: string };

type ExtensionAttachment = ReturnType<typeof attached> & {
  preview: { contentType: string; content: { title: string; text: string } };
};

/** The questions that fit what is being typed, each with the answer card it inserts. `skip` and `count` page through them. */
export function searchResults(query: string, skip: number, count: number, talk: Talk): ExtensionResult {
  const found = talk.bot.search(query, skip + count).slice(skip);
  if (found.length === 0 && skip === 0) return { type: 'message', text: talk.phrases.noResults };
  return list(found, talk);
}

/** The card in place of a link to one of the bot's own answer pages; nothing for any other address. */
export function unfurled(url: string, talk: Talk): ExtensionResult {
  const { domain, bot } = talk;
  const address = URL.canParse(url) ? new URL(url) : null;
  const [, id] = /^\/s\/([^/]+)\/?$/.exec(address?.pathname ?? '') ?? [];
  const own = domain !== undefined && address?.host === domain.toLowerCase();
  return list(own && id ? bot.knowledge.entries.filter((entry) => encodeURIComponent(entry.id) === id) : [], talk);
}

function list(entries: readonly Entry[], talk: Talk): ExtensionResult {
  return { type: 'result', attachmentLayout: 'list', attachments: entries.map((entry) => found(entry, talk)) };
}

function found({ id, label, lead, question }: Entry, { bot, phrases, domain }: Talk): ExtensionAttachment {
  const reply = answerReply(bot.knowledge, [id], 1);
  // Whoever reads an inserted card does not talk to the bot: no buttons that ask it something.
  const blocks = reply.blocks.filter(({ type }) => type !== 'choices');
  return {
    ...attached(wholeCard({ ...reply, blocks }, { phrases, domain, form: '' })),
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: { title: label, text: lead ?? question } },
  };
}
