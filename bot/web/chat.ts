import type { FastifyInstance } from 'fastify';
import { MAX_TEXT } from '../../knowledge/text/max-text.js';
import { UNKNOWN } from '../../rules/facts.js';
import type { Bot } from '../bot.js';
import { type Memory, NO_MEMORY, parseMemory } from '../conversation/memory.js';
import { type Message, parseMessage } from '../conversation/message.js';
import type { Reply } from '../conversation/reply.js';
import { isRecord } from '../record.js';
import { readForm } from './form.js';
import type { Html } from './html.js';
import { chatPage, type PageFrame } from './page.js';
import type { WebPhrases } from './phrases.js';
import { problem, sendProblem } from './problem.js';
import { type RenderContext, renderBlocks, renderTurn } from './render.js';
import { sendHtml } from './send.js';

/** Longest body of a request, in bytes. */
const BODY_LIMIT = 64 * 1024;

/** The page at `/`, with and without script, and `POST /api/chat`. The memory of the conversation travels with the client. */
export async function addChatRoutes(server: FastifyInstance, bot: Bot, frame: PageFrame): Promise<void> {
  const { phrases } = frame;
  const welcome = welcomePage(bot, frame);

  server.get<{ Querystring: { soru?: string | string[] } }>('/', async (request, reply) => {
    const question = [request.query.soru ?? ''].flat()[0]?.trim();
    if (!question) return sendHtml(request, reply.header('cache-control', 'no-cache'), welcome);
    return sendHtml(request, reply, answerPage(bot, frame, { text: question }, NO_MEMORY));
  });

  // What a link to one answer opens: the chat with that question asked.
  server.get<{ Params: { id: string } }>('/s/:id', async (request, reply) => {
    const { id } = request.params;
    if (!bot.knowledge.entries.some((entry) => entry.id === id)) return reply.callNotFound();
    return sendHtml(request, reply, answerPage(bot, frame, { entry: id }, NO_MEMORY));
  });

  await server.register(async (forms) => {
    forms.removeAllContentTypeParsers();
    forms.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => done(null, body));

    forms.post('/', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const form = formOf(request.body);
      return form ? sendHtml(request, reply, answerPage(bot, frame, form.message, form.memory)) : sendHtml(request, reply, welcome, 400);
    });

    // The script sends the same forms and puts the turn into the log.
    forms.post('/turn', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
      const form = formOf(request.body);
      if (!form) return sendProblem(reply, problem(400, phrases.badRequestTitle, phrases.badMessage));
      return sendHtml(request, reply, answer(bot, frame, form.message, form.memory).turn);
    });
  });

  server.removeContentTypeParser('text/plain');
  server.post('/api/chat', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const body: unknown = request.body;
    if (!isRecord(body)) {
      return sendProblem(reply, problem(400, phrases.badRequestTitle, phrases.badMessage));
    }
    const { memory: sent, ...rest } = body;
    const message = parseMessage(rest);
    if ('error' in message)
      return sendProblem(reply, { ...problem(400, phrases.badRequestTitle, phrases.badMessage), reason: message.error });
    const turn = bot.respond(message, parseMemory(sent));
    return reply.header('cache-control', 'no-store').send({ ...turn.reply, memory: turn.memory });
  });
}

function welcomePage(bot: Bot, frame: PageFrame): Html {
  const context = { phrases: frame.phrases, memory: NO_MEMORY };
  return chatPage(frame, renderBlocks(bot.welcome().blocks, context), [], context);
}

function answerPage(bot: Bot, frame: PageFrame, message: Message, memory: Memory): Html {
  const { turn, context } = answer(bot, frame, message, memory);
  return chatPage(frame, null, [turn], context);
}

function answer(bot: Bot, { phrases }: PageFrame, message: Message, before: Memory): { turn: Html; context: RenderContext } {
  const { reply, memory } = bot.respond(message, before);
  const context = { phrases, memory };
  return { turn: renderTurn(saidIn(message, reply, bot, phrases), reply, context), context };
}

/** A form of the page, validated; null if it says nothing the bot could take. */
function formOf(body: unknown): { message: Message; memory: Memory } | null {
  const form = readForm(typeof body === 'string' ? body : '');
  const message = parseMessage(form.message);
  return 'error' in message ? null : { message, memory: parseMemory(form.memory) };
}

/** What the person said, in words: the text typed, the label of the button, or the facts as the reply understood them. */
function saidIn(message: Message, reply: Reply, bot: Bot, phrases: WebPhrases): string {
  if (message.text !== undefined) return message.text.slice(0, MAX_TEXT);
  const picked = bot.knowledge.entries.find((entry) => entry.id === message.entry);
  if (picked) return picked.label;
  const facts = message.facts ?? {};
  const understood = reply.blocks
    .flatMap((block) => (block.type === 'understood' ? block.facts : []))
    .filter((fact) => fact.id in facts)
    .map((fact) => `${fact.label}: ${fact.value}`);
  if (understood.length > 0) return understood.join(', ');
  return Object.values(facts).every((value) => value === UNKNOWN) ? phrases.unknown : phrases.answered;
}
