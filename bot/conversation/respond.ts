import { answerReply, entryOf, noneReply, suggestionsReply, topicsReply } from './answer-reply.js';
import { fieldOf, isCommand } from './answers.js';
import { caseTurn } from './case-turn.js';
import type { Deps } from './deps.js';
import { say } from './format.js';
import { type Memory, NO_MEMORY, validFacts } from './memory.js';
import { MAX_TEXT, type Message } from './message.js';
import type { Reply } from './reply.js';
import type { Turn } from './turn.js';
import { type Understanding, understand, withUniversityTerm } from './understand.js';

/** One turn of a conversation: read, match, decide, reply. Pure: no clock, no network, no SDK. */
export function respond(message: Message, memory: Memory, deps: Deps): Turn {
  if (message.entry !== undefined) return respondToEntry(message.entry, memory, deps);
  if (message.facts !== undefined) return respondToFacts(message.facts, memory, deps);
  const text = (message.text ?? '').slice(0, MAX_TEXT).trim();
  if (text === '') return { reply: emptyReply(deps), memory };
  return respondToCommand(text, memory, deps) ?? respondToText(text, memory, deps);
}

/** The greeting with all topics. */
export function welcome({ knowledge }: Deps): Reply {
  const { phrases } = knowledge;
  const paragraphs = ['lead', 'text', 'privacy'].map((key) => say(phrases, 'welcome', key));
  return topicsReply(knowledge, paragraphs, say(phrases, 'welcome', 'topics'));
}

function respondToEntry(id: string, memory: Memory, { knowledge }: Deps): Turn {
  const known = entryOf(knowledge, id);
  if (!known)
    return {
      reply: topicsReply(knowledge, [say(knowledge.phrases, 'none', 'unknownEntry')], say(knowledge.phrases, 'none', 'topics')),
      memory,
    };
  return { reply: answerReply(knowledge, [id], 1), memory: { ...memory, topic: id, asked: [] } };
}

function respondToFacts(sent: Readonly<Record<string, string>>, memory: Memory, deps: Deps): Turn {
  const facts = withUniversityTerm({ ...memory.facts, ...validFacts(sent) }, deps);
  return (
    caseTurn({ facts, goals: memory.goals, memory, certain: true }, deps) ?? {
      reply: emptyReply(deps),
      memory: { ...memory, facts, asked: [] },
    }
  );
}

function respondToCommand(text: string, memory: Memory, { knowledge }: Deps): Turn | null {
  const { phrases } = knowledge;
  const topics = (section: string, keys: readonly string[]): Reply =>
    topicsReply(
      knowledge,
      keys.map((key) => say(phrases, section, key)),
      say(phrases, 'none', 'topics'),
    );
  if (isCommand(phrases, 'restart', text)) return { reply: topics('restart', ['lead']), memory: NO_MEMORY };
  if (isCommand(phrases, 'help', text) || isCommand(phrases, 'topics', text)) return { reply: topics('help', ['lead', 'text']), memory };
  return null;
}

function emptyReply({ knowledge }: Deps): Reply {
  return topicsReply(knowledge, [say(knowledge.phrases, 'none', 'empty')], say(knowledge.phrases, 'none', 'topics'));
}

function respondToText(text: string, memory: Memory, deps: Deps): Turn {
  const { knowledge } = deps;
  const understood = understand(text, memory, deps);
  const { match, facts, goals, continues, alsoAsked } = understood;
  const ourSubject = match.band !== 'none' || continues || speaksOfOutside(understood);
  const turn = ourSubject && understood.ownCase ? caseTurn({ ...understood, text, memory, certain: continues }, deps) : null;
  if (turn) return turn;

  const best = match.ranked[0];
  const forgotten = { ...memory, asked: [] };
  if (match.band === 'none' || !best)
    return { reply: noneReply(knowledge, match.subject, 1 - (best?.probability ?? 0)), memory: forgotten };
  if (match.band === 'suggest') return { reply: suggestionsReply(knowledge, match), memory: forgotten };
  const reply = answerReply(knowledge, [best.entry, ...alsoAsked], best.probability);
  return { reply, memory: { facts, goals, topic: best.entry, asked: [] } };
}

/** A question about an internship said to be outside the programme is ours to decline, with the reason. */
function speaksOfOutside({ reading }: Understanding): boolean {
  return reading.goals.length > 0 && reading.facts.some(({ id, value }) => fieldOf(id) === 'programme' && value === 'outside');
}
