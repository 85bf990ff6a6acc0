import { AI, Application } from '@microsoft/teams-ai';
import type { Activity, Storage, TurnContext } from 'botbuilder';
import type { FeedbackSink } from '../feedback.js';
import { cardActivity, plainActivity, toActivity } from './activity.js';
import { plainCard } from './card.js';
import { SEARCH_COMMAND, SEARCH_PARAMETER, searchResults, unfurled } from './extension.js';
import { type IncomingActivity, isPersonal } from './incoming.js';
import { log } from './log.js';
import { createPlanner, type SayResult } from './planner.js';
import { readPress } from './press.js';
import { asActivity, asCard, contextOf, press, type Result, type Talk } from './result.js';
import { ConversationState, isNews, rememberSent, sentAs } from './state.js';
import { isThumb, readThumb } from './thumbs.js';

export type TeamsApplication = Application<ConversationState>;

/** What the bot does with each kind of activity; everything else is let pass. */
export function createApplication(talk: Talk, storage: Storage, onFeedback: FeedbackSink = () => undefined): TeamsApplication {
  const application: TeamsApplication = new Application<ConversationState>({
    storage,
    turnStateFactory: () => new ConversationState(),
    removeRecipientMention: false,
    ai: { planner: createPlanner(talk), allow_looping: false },
  });
  // Its option `false` is ignored; see typing.ts.
  application.startTypingTimer = () => undefined;
  // An invoke is handled again: its answer is waited for by whoever delivers it twice.
  application.turn('beforeTurn', async ({ activity }, state) => activity.type === 'invoke' || isNews(state, activity as IncomingActivity));

  answerMessages(application, talk);
  welcomeArrivals(application, talk);
  answerPresses(application, talk);
  answerSearches(application, talk);
  takeFeedback(application, talk, onFeedback);
  return application;
}

function answerMessages(application: TeamsApplication, talk: Talk): void {
  application.ai.action<SayResult>(AI.SayCommandActionName, async (context, state, { result }) => {
    const sent = await context.sendActivity(asActivity(result, contextOf(talk)));
    if (sent && result.type === 'reply') rememberSent(state, sent.id, result.reply);
    await closeForm(context, state, talk);
    return '';
  });
  // teams-ai hands only messages with text to the planner; buttons and files come without. Whoever mends a question wants an answer to it.
  application.addRoute(
    async ({ activity }) => (activity.type === 'message' && !activity.text) || isEdited(activity as IncomingActivity),
    async (context, state) => {
      await application.ai.run(context, state);
    },
  );
  application.messageReactions('reactionsAdded', async (context) => {
    if (isPersonal(context.activity as IncomingActivity)) await context.sendActivity(plainActivity(talk.phrases.reaction));
  });
}

/** An edit in a group need not be meant for the bot. */
function isEdited(activity: IncomingActivity): boolean {
  return activity.type === 'messageUpdate' && activity.channelData?.eventType === 'editMessage' && isPersonal(activity);
}

/** Teams tells of an installation twice, as conversationUpdate and as installationUpdate: only the first one is welcomed. */
function welcomeArrivals(application: TeamsApplication, talk: Talk): void {
  application.conversationUpdate('membersAdded', async (context, state) => {
    const activity = context.activity as IncomingActivity;
    const added = activity.membersAdded ?? [];
    const isArrival = isPersonal(activity) || added.some(({ id }) => id === activity.recipient.id);
    if (!isArrival || state.conversation.welcomed) return;
    state.conversation.welcomed = true;
    await context.sendActivity(toActivity(talk.bot.welcome(), contextOf(talk)));
  });
  application.activity('installationUpdate', async ({ activity }, state) => {
    if (activity.action?.startsWith('remove')) state.deleteConversationState();
  });
}

/**
 * Buttons and forms whose result takes the place of their card: in the answer for whoever pressed, and in the message itself. In a
 * group the message is only replaced by the result of the person it was sent to: the case of another would be shown to all.
 */
function answerPresses(application: TeamsApplication, talk: Talk): void {
  application.adaptiveCards.actionExecute<object>(/.*/, async (context, state, data) => {
    const pressed = readPress(data);
    const unknown: Result = { type: 'sentence', text: talk.phrases.noText };
    const result = pressed ? press(pressed, context.activity.id ?? '', state, talk) : unknown;
    const look = contextOf(talk);
    const { replyToId } = context.activity;
    if (result.type === 'reply' && replyToId && isOwn(context, state, replyToId)) {
      await replaceMessage(context, replyToId, asActivity(result, look));
      rememberSent(state, replyToId, result.reply);
    }
    return asCard(result, look);
  });
}

function isOwn({ activity }: TurnContext, state: ConversationState, id: string): boolean {
  return isPersonal(activity as IncomingActivity) || sentAs(state, id) !== null;
}

/** A form that came as a message stays where it was: it is put away, so that it cannot be sent again. */
async function closeForm(context: TurnContext, state: ConversationState, { phrases }: Talk): Promise<void> {
  const pressed = readPress(context.activity.value);
  const { replyToId } = context.activity;
  if (!replyToId || !pressed || !('facts' in pressed) || pressed.form === null || !isOwn(context, state, replyToId)) return;
  await replaceMessage(context, replyToId, cardActivity(plainCard(phrases.formSent)));
}

/** Puts another message where one stands. Where that fails (it was deleted) nothing is lost: the answer itself does not hang on it. */
async function replaceMessage(context: TurnContext, id: string, activity: Partial<Activity>): Promise<void> {
  if (context.activity.deliveryMode === 'expectReplies') return;
  await context.updateActivity({ ...activity, id }).catch((error: unknown) => log('a message could not be replaced', error));
}

function answerSearches(application: TeamsApplication, talk: Talk): void {
  application.messageExtensions.query(SEARCH_COMMAND, async (_context, _state, { parameters, skip, count }) => {
    const typed = parameters[SEARCH_PARAMETER];
    return searchResults(typeof typed === 'string' ? typed : '', skip, count, talk);
  });
  const unfurl = async (_context: TurnContext, _state: ConversationState, url: unknown) => unfurled(String(url), talk);
  application.messageExtensions.queryLink(unfurl);
  application.messageExtensions.anonymousQueryLink(unfurl);
}

function takeFeedback(application: TeamsApplication, { phrases }: Talk, onFeedback: FeedbackSink): void {
  application.addRoute(
    async ({ activity }) => isThumb(activity as IncomingActivity),
    async (context, state) => {
      const activity = context.activity as IncomingActivity;
      const feedback = readThumb(activity, sentAs(state, activity.replyToId));
      if (feedback) onFeedback(feedback);
      await context.sendActivity({ type: 'invokeResponse', value: { status: feedback ? 200 : 400 } });
      if (feedback && isPersonal(activity)) await context.sendActivity(plainActivity(phrases.feedback));
    },
    true,
  );
}
