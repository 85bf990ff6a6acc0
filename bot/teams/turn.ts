import { type Activity, CloudAdapter, INVOKE_RESPONSE_KEY, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Bot } from '../bot.js';
import { isLoopbackUrl, isMicrosoftUrl } from './access.js';
import { plainActivity } from './activity.js';
import { createApplication, type TeamsApplication } from './application.js';
import { authenticationFor, refusalOf } from './authentication.js';
import { boundSending, keepEntityFields } from './connector.js';
import type { IncomingActivity } from './incoming.js';
import { log } from './log.js';
import type { TeamsPhrases } from './phrases.js';
import { createQueue } from './queue.js';
import { openStorage } from './storage.js';
import type { TeamsSettings } from './teams-settings.js';
import { isOfTenant } from './tenant.js';
import { typingWhileSlow } from './typing.js';

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

export function createTurn({ bot, credentials, domain, storage, authority, onFeedback }: { bot: Bot } & TeamsSettings): Turn {
  keepEntityFields();
  const phrases = bot.knowledge.phrases.teams as TeamsPhrases;
  const authentication = authenticationFor(credentials, authority);
  const adapter = new CloudAdapter(authentication);
  const application = createApplication({ bot, phrases, domain }, openStorage(storage ?? null), onFeedback);
  const inOrder = createQueue();
  const mayReplyTo = credentials ? isMicrosoftUrl : isLoopbackUrl;

  return async (incoming, authorization) => {
    const activity = incoming as unknown as Activity;
    const identity = await authentication.authenticateRequest(activity, authorization).catch((error: unknown) => {
      log('the caller could not be authenticated', error);
      return refusalOf(error);
    });
    if ('status' in identity) return identity;
    if (credentials && !isOfTenant(incoming, credentials.tenantId))
      return { status: 403, body: { error: 'This bot serves another organisation.' } };
    if (!mayReplyTo(activity.serviceUrl)) return { status: 403, body: { error: 'This "serviceUrl" is not one this bot replies to.' } };

    let outcome: Outcome = { status: 200 };
    const turn = async (context: TurnContext): Promise<void> => {
      outcome = await runTurn(application, context, phrases);
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

async function runTurn(application: TeamsApplication, context: TurnContext, phrases: TeamsPhrases): Promise<Outcome> {
  boundSending(context);
  let undelivered = false;
  context.onSendActivities((_context, _activities, next) =>
    next().catch((error: unknown) => {
      undelivered = true;
      throw error;
    }),
  );
  try {
    await typingWhileSlow(context, () => application.run(context));
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
