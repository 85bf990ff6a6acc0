import { AI, Application, TurnState } from '@microsoft/teams-ai';
import { type Activity, CloudAdapter, INVOKE_RESPONSE_KEY, type InvokeResponse, type Storage, type TurnContext } from 'botbuilder';
import type { Bot } from '../bot.js';
import { isLoopbackUrl, isMicrosoftUrl } from './access.js';
import { plainActivity, toActivity } from './activity.js';
import { authenticationFor } from './authentication.js';
import { boundSending, keepEntityFields } from './connector.js';
import type { TeamsSettings } from './endpoint.js';
import { type IncomingActivity, isPersonal } from './incoming.js';
import type { TeamsPhrases } from './phrases.js';
import { type ConversationState, createPlanner, type SayActivity } from './planner.js';
import { createQueue } from './queue.js';
import { openStorage } from './storage.js';

/** The answer to the HTTP request that brought an activity. */
export interface Outcome {
  readonly status: number;
  readonly body?: unknown;
}

/**
 * One turn through the Bot Framework: who calls is checked, then where the reply would go, then teams-ai's `Application` runs.
 * `authorization` is the header of the request. Never rejects: what goes wrong is logged, without a word of the person, and told by the status.
 */
export type Turn = (activity: IncomingActivity, authorization: string) => Promise<Outcome>;

export function createTurn({ bot, credentials, storage, authority }: { bot: Bot } & TeamsSettings): Turn {
  keepEntityFields();
  const authentication = authenticationFor(credentials, authority);
  const adapter = new CloudAdapter(authentication);
  const application = createApplication(bot, openStorage(storage ?? null));
  const inOrder = createQueue();
  const mayReplyTo = credentials ? isMicrosoftUrl : isLoopbackUrl;

  return async (incoming, authorization) => {
    const activity = incoming as unknown as Activity;
    const identity = await authentication.authenticateRequest(activity, authorization).catch((error: unknown) => {
      log('the caller could not be authenticated', error);
      return null;
    });
    if (!identity) return { status: 401, body: { error: 'The token of the Bot Framework is missing or not valid for this bot.' } };
    if (!mayReplyTo(activity.serviceUrl)) return { status: 403, body: { error: 'This "serviceUrl" is not one this bot replies to.' } };

    let outcome: Outcome = { status: 200 };
    const turn = async (context: TurnContext): Promise<void> => {
      outcome = await runTurn(application, context, phrasesOf(bot));
    };
    try {
      await inOrder(`${incoming.channelId}/${incoming.conversation.id}`, () => adapter.processActivityDirect(identity, activity, turn));
      return outcome;
    } catch (error) {
      log('the turn failed', error);
      return { status: 500, body: { error: 'The bot could not handle this activity.' } };
    }
  };
}

async function runTurn(application: Application<ConversationState>, context: TurnContext, phrases: TeamsPhrases): Promise<Outcome> {
  boundSending(context);
  let undelivered = false;
  context.onSendActivities((_context, _activities, next) =>
    next().catch((error: unknown) => {
      undelivered = true;
      throw error;
    }),
  );
  try {
    await application.run(context);
  } catch (error) {
    if (undelivered) {
      log('the reply could not be delivered', error);
      return { status: 502, body: { error: 'The reply could not be delivered to the "serviceUrl" of the activity.' } };
    }
    log('the turn failed', error);
    if (context.activity.type === 'message') await context.sendActivity(plainActivity(phrases.failure));
    return { status: 500, body: { error: 'The bot could not handle this activity.' } };
  }
  if (context.activity.deliveryMode === 'expectReplies') return { status: 200, body: { activities: context.bufferedReplyActivities } };
  if (context.activity.type !== 'invoke') return { status: 200 };
  const invoked = context.turnState.get(INVOKE_RESPONSE_KEY) as { value: InvokeResponse } | undefined;
  return invoked
    ? { status: invoked.value.status, body: invoked.value.body }
    : { status: 501, body: { error: 'This invoke is not known here.' } };
}

function createApplication(bot: Bot, storage: Storage): Application<ConversationState> {
  const phrases = phrasesOf(bot);
  const application = new Application<ConversationState>({
    storage,
    turnStateFactory: () => new PersonalState(),
    removeRecipientMention: false,
    ai: { planner: createPlanner(bot, phrases), allow_looping: false },
  });
  // The option `startTypingTimer: false` is ignored, and one timer serves all conversations at once. Turns take milliseconds here.
  application.startTypingTimer = () => undefined;

  application.ai.action<SayActivity>(AI.SayCommandActionName, async (context, _state, { activity }) => {
    await context.sendActivity(activity);
    return '';
  });

  // teams-ai hands only messages with text to the planner; buttons and files come without.
  application.addRoute(
    async ({ activity }) => activity.type === 'message' && !activity.text,
    async (context, state) => {
      await application.ai.run(context, state);
    },
  );

  // Teams tells of an installation twice, as conversationUpdate and as installationUpdate: only the first one is welcomed.
  application.conversationUpdate('membersAdded', async (context, state) => {
    const activity = context.activity as IncomingActivity;
    const added = activity.membersAdded ?? [];
    const isNews = isPersonal(activity) || added.some(({ id }) => id === activity.recipient.id);
    if (!isNews || state.conversation.welcomed) return;
    state.conversation.welcomed = true;
    await context.sendActivity(toActivity(bot.welcome(), phrases));
  });
  application.activity('installationUpdate', async ({ activity }, state) => {
    if (activity.action?.startsWith('remove')) state.deleteConversationState();
  });

  application.messageReactions('reactionsAdded', async (context) => {
    if (isPersonal(context.activity as IncomingActivity)) await context.sendActivity(plainActivity(phrases.reaction));
  });
  return application;
}

/** In a group every person has a state of their own: the facts of one must not decide the case of another. */
class PersonalState extends TurnState<{ memory?: unknown; welcomed?: boolean }> {
  protected override async onComputeStorageKeys(context: TurnContext): Promise<Record<string, string>> {
    const keys = await super.onComputeStorageKeys(context);
    const activity = context.activity as IncomingActivity;
    return isPersonal(activity) ? keys : { ...keys, conversation: `${keys.conversation}/${activity.from.id}` };
  }
}

function phrasesOf(bot: Bot): TeamsPhrases {
  return bot.knowledge.phrases.teams as TeamsPhrases;
}

/** One line for the operator: kind, code and status of the error and where it arose; its message may hold what a person wrote. */
function log(what: string, error: unknown): void {
  const {
    name = typeof error,
    code,
    statusCode,
    stack = '',
  } = (error ?? {}) as { name?: string; code?: string; statusCode?: number; stack?: string };
  const where = /\n\s+(at .*)/.exec(stack)?.[1];
  console.error(['Teams:', what, name, code, statusCode, where].filter(Boolean).join(' '));
}
