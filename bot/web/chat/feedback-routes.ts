import type { FastifyInstance } from 'fastify';
import type { Bot } from '../../bot.js';
import type { Feedback, FeedbackSink } from '../../feedback.js';
import type { Html } from '../html/html.js';
import { messagePage } from '../html/message.js';
import { sendHtml } from '../http/send.js';
import type { Site } from '../site.js';
import { readFeedback } from './feedback-form.js';
import { badForm, bodyOf } from './form.js';
import { renderComment, renderThanks } from './tools.js';

/** Takes thumbs, and the word that may follow one; the page that answers holds what the script puts in the thumbs' place. */
export function addFeedbackRoutes(
  server: FastifyInstance,
  { bot, site, onFeedback }: { bot: Bot; site: Site; onFeedback: FeedbackSink },
): void {
  const { phrases } = site;
  const known = { entries: bot.knowledge.entries.map(({ id }) => id), verdicts: Object.keys(bot.deps.rules.verdicts) };

  // Whoever loads the page of thanks again by its address has nothing to give.
  server.get('/geri-bildirim', async (_request, reply) => reply.redirect('/', 303));

  server.post('/geri-bildirim', async (request, reply) => {
    const feedback = request.headers['sec-fetch-site'] === 'cross-site' ? null : readFeedback(bodyOf(request), known);
    if (!feedback) throw badForm();
    if (feedback.comment || !feedback.addition) onFeedback(feedback);
    return sendHtml(request, reply, messagePage(request, site, { title: phrases.feedbackTitle, after: thanksFor(feedback) }));
  });

  /** Words are asked for only where they are kept. */
  function thanksFor({ addition, liked, question, reply }: Feedback): Html {
    if (addition) return renderThanks(phrases.commented);
    if (site.keptDays === null) return renderThanks(phrases.thanks);
    return renderComment(reply ?? { kind: 'none', entry: null, outcomes: [] }, question ?? null, liked, phrases);
  }
}
