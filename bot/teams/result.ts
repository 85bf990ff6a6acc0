import { randomUUID } from 'node:crypto';
import type { Bot } from '../bot.js';
import { parseMemory } from '../conversation/memory.js';
import { type Message, parseMessage } from '../conversation/message.js';
import type { Reply, UnderstoodBlock } from '../conversation/reply.js';
import { cardActivity, type OutgoingActivity, plainActivity, toActivity } from './activity.js';
import { type AdaptiveCard, type CardContext, correctionCard, plainCard, prefaced, wholeCard } from './card.js';
import { escapeMarkdown } from './markdown.js';
import type { TeamsPhrases } from './phrases.js';
import type { Press } from './press.js';
import { type ConversationState, takeForm } from './state.js';

/** What something said or pressed comes to, before it is drawn. */
export type Result =
  | { readonly type: 'reply'; readonly reply: Reply; readonly preface?: string }
  | { readonly type: 'correction'; readonly understood: UnderstoodBlock }
  | { readonly type: 'sentence'; readonly text: string };

/** What all turns share. */
export interface Talk {
  readonly bot: Bot;
  readonly phrases: TeamsPhrases;
  readonly domain: string | undefined;
}

/** The reply to a message; what is to be remembered goes into the state. */
export function say(message: Message, state: ConversationState, { bot, phrases }: Talk): Result {
  const checked = parseMessage(message);
  if ('error' in checked) return { type: 'sentence', text: phrases.noText };
  const { reply, memory } = bot.respond(checked, parseMemory(state.conversation.memory));
  state.conversation.memory = memory;
  return { type: 'reply', reply };
}

/** What a press comes to. A form that was taken before changes nothing: the case is shown as it stands. `by` is the id of the activity. */
export function press(pressed: Press, by: string, state: ConversationState, talk: Talk): Result {
  if ('entry' in pressed) return say(pressed, state, talk);
  if ('correct' in pressed) return correction(state, talk);
  if (pressed.form !== null && !takeForm(state, pressed.form, by))
    return { type: 'reply', reply: standing(state, talk), preface: talk.phrases.formUsed };
  return say({ facts: pressed.facts }, state, talk);
}

/** The form with what was understood; the case itself where nothing was. */
function correction(state: ConversationState, talk: Talk): Result {
  const reply = standing(state, talk);
  const understood = reply.blocks.find((block): block is UnderstoodBlock => block.type === 'understood');
  return understood ? { type: 'correction', understood } : { type: 'reply', reply };
}

/** The reply to the case as it stands; nothing is remembered of having looked. */
function standing(state: ConversationState, { bot }: Talk): Reply {
  return bot.respond({ facts: {} }, parseMemory(state.conversation.memory)).reply;
}

/** A result as a message. */
export function asActivity(result: Result, context: CardContext): OutgoingActivity {
  switch (result.type) {
    case 'reply': {
      const activity = toActivity(result.reply, context);
      return result.preface ? { ...activity, text: `${escapeMarkdown(result.preface)}\n\n${activity.text}` } : activity;
    }
    case 'correction':
      return cardActivity(correctionCard(result.understood, context));
    case 'sentence':
      return plainActivity(result.text);
  }
}

/** A result as the card that takes the place of the one that was pressed. */
export function asCard(result: Result, context: CardContext): AdaptiveCard {
  switch (result.type) {
    case 'reply': {
      const card = wholeCard(result.reply, context);
      return result.preface ? prefaced(result.preface, card) : card;
    }
    case 'correction':
      return correctionCard(result.understood, context);
    case 'sentence':
      return plainCard(result.text);
  }
}

/** Every card gets a name of its own for its forms. */
export function contextOf({ phrases, domain }: Talk): CardContext {
  return { phrases, domain, form: randomUUID() };
}
