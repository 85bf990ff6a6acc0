import type { FastifyInstance, FastifyRequest } from 'fastify';
import { MAX_TEXT } from '../../../knowledge/text/max-text.js';
import { UNKNOWN } from '../../../rules/facts.js';
import type { Bot } from '../../bot.js';
import { entryOf } from '../../conversation/answer-reply.js';
import { type Memory, NO_MEMORY, parseMemory } from '../../conversation/memory.js';
import { type Message, parseMessage } from '../../conversation/message.js';
import type { Reply } from '../../conversation/reply.js';
import type { FeedbackSink } from '../../feedback.js';
import { ASK } from '../../paths.js';
import type { Html } from '../html/html.js';
import { contentSecurityPolicy } from '../http/headers.js';
import { originOfSite } from '../http/origin.js';
import { textIn } from '../http/query.js';
import { sendHtml } from '../http/send.js';
import type { WebPhrases } from '../phrases.js';
import type { Site } from '../site.js';
import { addFeedbackRoutes } from './feedback-routes.js';
import { badForm, bodyOf, readForm } from './form.js';
import { chatPage, type Place, renderFound } from './page.js';
import { type RenderContext, renderBlocks, renderTurn } from './render.js';

/** So many questions are offered while somebody types. */
const FOUND = 3;

/** A page in a frame on another site, also on one that lets in only what says so itself. */
const FRAMED = {
  'cache-control': 'no-cache',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
};

interface ChatDeps {
  readonly bot: Bot;
  readonly site: Site;
  readonly onFeedback: FeedbackSink;
}

/** The chat at `/`, with and without script, and in a frame at `/gomulu`. The memory of the conversation travels with the client. */
export async function addChatRoutes(server: FastifyInstance, { bot, site, onFeedback }: ChatDeps): Promise<void> {
  const { phrases } = site;
  const logged = site.keptDays !== null;

  server.get('/', async (request, reply) => {
    const question = textIn(request, ASK);
    if (question) return sendHtml(request, reply, answerPage(request, { text: question }, NO_MEMORY));
    return sendHtml(request, reply.header('cache-control', 'no-cache'), welcomePage(request));
  });

  const framePolicy = contentSecurityPolicy({ framedBy: ["'self'", ...site.embedHosts.map(originOfSite)] });
  server.get('/gomulu', async (request, reply) => {
    reply.removeHeader('x-frame-options');
    reply.headers({ ...FRAMED, 'content-security-policy': framePolicy });
    return sendHtml(request, reply, welcomePage(request, 'frame'));
  });

  await server.register(async (forms) => {
    forms.removeAllContentTypeParsers();
    forms.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));

    forms.post('/', async (request, reply) => {
      const { message, memory } = formOf(request);
      return sendHtml(request, reply, answerPage(request, message, memory));
    });

    // The script sends the same forms and puts the turn into the log.
    forms.post('/turn', async (request, reply) => {
      const { message, memory } = formOf(request);
      return sendHtml(request, reply, answer(message, memory).turn);
    });

    // What is being typed travels in a body: addresses end up in the logs of proxies.
    forms.post('/ara', async (request, reply) => {
      const typed = new URLSearchParams(bodyOf(request)).get('text')?.trim() ?? '';
      return sendHtml(request, reply, renderFound(typed ? bot.search(typed.slice(0, MAX_TEXT), FOUND) : [], phrases));
    });

    addFeedbackRoutes(forms, { bot, site, onFeedback });
  });

  function welcomePage(request: FastifyRequest, place: Place = 'page'): Html {
    const context = { phrases, memory: NO_MEMORY };
    return chatPage(request, site, { place, welcome: renderBlocks(bot.welcome().blocks, context), turns: [], context });
  }

  function answerPage(request: FastifyRequest, message: Message, memory: Memory): Html {
    const { turn, context } = answer(message, memory);
    return chatPage(request, site, { welcome: null, turns: [turn], context });
  }

  function answer(message: Message, before: Memory): { turn: Html; context: RenderContext } {
    const { reply, memory } = bot.respond(message, before);
    const context = { phrases, memory, logged };
    return { turn: renderTurn(saidIn(message, reply, bot, phrases), reply, context), context };
  }
}

/** A form of the page, validated. Throws where it says nothing the bot could take. */
function formOf(request: FastifyRequest): { message: Message; memory: Memory } {
  const form = readForm(bodyOf(request));
  const message = parseMessage(form.message);
  if ('error' in message) throw badForm();
  return { message, memory: parseMemory(form.memory) };
}

/** What the person said, in words: the text typed, the label of the button, or the facts as the reply understood them. */
function saidIn(message: Message, reply: Reply, bot: Bot, phrases: WebPhrases): string {
  if (message.text !== undefined) return message.text.slice(0, MAX_TEXT);
  const picked = message.entry === undefined ? undefined : entryOf(bot.knowledge, message.entry);
  if (picked) return picked.label;
  const facts = message.facts ?? {};
  const understood = reply.blocks
    .flatMap((block) => (block.type === 'understood' ? block.facts : []))
    .filter((fact) => fact.id in facts)
    .map((fact) => `${fact.label}: ${fact.value}`);
  if (understood.length > 0) return understood.join(', ');
  return Object.values(facts).every((value) => value === UNKNOWN) ? phrases.unknown : phrases.answered;
}
