import type { Plan, Planner, PredictedSayCommand, TurnState } from '@microsoft/teams-ai';
import type { Bot } from '../bot.js';
import { parseMemory } from '../conversation/memory.js';
import { parseMessage } from '../conversation/message.js';
import { type OutgoingActivity, plainActivity, toActivity } from './activity.js';
import { type IncomingActivity, toMessage } from './incoming.js';
import type { TeamsPhrases } from './phrases.js';

/** What the SDK keeps of a conversation. The memory is checked again when it is read: storage may be older than the code. */
export type ConversationState = TurnState<{ memory?: unknown; welcomed?: boolean }>;

/** A SAY command that carries the finished message beside the text the SDK knows of. */
export interface SayActivity extends PredictedSayCommand {
  readonly activity: OutgoingActivity;
}

/** The bot as the planner of teams-ai: one message in, one SAY out. No model stands behind it. */
export function createPlanner(bot: Bot, phrases: TeamsPhrases): Planner<ConversationState> {
  const plan: Planner<ConversationState>['beginTask'] = async (context, state) => {
    const message = toMessage(context.activity as IncomingActivity);
    const checked = message && parseMessage(message);
    if (!checked || 'error' in checked) return say(plainActivity(phrases.noText));
    const { reply, memory } = bot.respond(checked, parseMemory(state.conversation.memory));
    state.conversation.memory = memory;
    return say(toActivity(reply, phrases));
  };
  return { beginTask: plan, continueTask: plan };
}

function say(activity: OutgoingActivity): Plan {
  const command: SayActivity = { type: 'SAY', response: { role: 'assistant', content: activity.text }, activity };
  return { type: 'plan', commands: [command] };
}
