import type { Plan, Planner, PredictedSayCommand } from '@microsoft/teams-ai';
import { type IncomingActivity, spokenText } from './incoming.js';
import { readPress } from './press.js';
import { press, type Result, say, type Talk } from './result.js';
import type { ConversationState } from './state.js';

/** A SAY command that carries the result beside the text the SDK knows of. */
export interface SayResult extends PredictedSayCommand {
  readonly result: Result;
}

/** The bot as the planner of teams-ai: one message in, one SAY out. No model stands behind it. */
export function createPlanner(talk: Talk): Planner<ConversationState> {
  const plan: Planner<ConversationState>['beginTask'] = async (context, state) => {
    const result = answerTo(context.activity as IncomingActivity, state, talk);
    const command: SayResult = { type: 'SAY', response: { role: 'assistant', content: '' }, result };
    return { type: 'plan', commands: [command] } satisfies Plan;
  };
  return { beginTask: plan, continueTask: plan };
}

/** A button counts before the text that comes with it. */
function answerTo(activity: IncomingActivity, state: ConversationState, talk: Talk): Result {
  const pressed = readPress(activity.value);
  if (pressed) return press(pressed, activity.id ?? '', state, talk);
  const text = spokenText(activity);
  return text === '' ? { type: 'sentence', text: talk.phrases.noText } : say({ text }, state, talk);
}
