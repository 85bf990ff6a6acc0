import { MAX_TEXT } from '../../knowledge/text/max-text.js';
import { type Facts, fieldOf, GOALS, type Goal, internshipFact } from '../../rules/facts.js';
import { answerReply, entryOf, makeReply, noneReply, suggestionsReply, topicsReply } from './answer-reply.js';
import { isCommand } from './answers.js';
import { caseTurn } from './case-turn.js';
import { consistent } from './context.js';
import type { Deps } from './deps.js';
import { say } from './format.js';
import { type Memory, NO_MEMORY, validFacts } from './memory.js';
import type { Message } from './message.js';
import { readingNotes, refusedNotes, reversedNotes } from './notes.js';
import type { MailBlock, Reply } from './reply.js';
import type { Turn } from './turn.js';
import { understand } from './understand.js';

/** One turn of a conversation: read, match, decide, reply. Pure: no clock, no network, no SDK. */
export function respond(message: Message, memory: Memory, deps: Deps): Turn {
  const { reply: whole, memory: next } = turnFor(message, memory, deps);
  const reply = (message.text ?? '').length > MAX_TEXT ? withCutTold(whole, deps) : whole;
  return { reply, memory: { ...next, offered: offeredIn(reply, memory) } };
}

/** Of a text that is too long the rest was not read: said behind the sentence that answers. */
function withCutTold({ reply: _, blocks: [lead, ...others], ...rest }: Reply, { knowledge }: Deps): Reply {
  const told = { type: 'text' as const, text: say(knowledge.phrases, 'problem', 'cut', { count: String(MAX_TEXT) }) };
  return makeReply(knowledge, lead ? [lead, told, ...others] : [told], rest);
}

function turnFor(message: Message, memory: Memory, deps: Deps): Turn {
  if (message.entry !== undefined) return respondToEntry(message.entry, memory, deps);
  if (message.facts !== undefined) return respondToFacts(message.facts, memory, deps);
  const text = (message.text ?? '').slice(0, MAX_TEXT).trim();
  if (!/[\p{L}\d]/u.test(text)) return { reply: emptyReply(deps), memory };
  const chosen = memory.asked.length === 0 && /^\d{1,2}$/.test(text) ? memory.offered[Number(text) - 1] : undefined;
  if (chosen !== undefined) return respondToEntry(chosen, memory, deps);
  return respondToCommand(text, memory, deps) ?? respondToText(text, memory, deps);
}

/** What a typed number can choose next; a reply that offers nothing leaves the last offer standing. */
function offeredIn({ blocks }: Reply, { offered }: Memory): readonly string[] {
  const items = blocks.flatMap((block) => (block.type === 'choices' ? block.items.map(({ entry }) => entry) : []));
  return items.length > 0 ? items : offered;
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
  const valid = validFacts(sent);
  const told = { ...memory.facts, ...valid };
  const facts = consistent(told, valid);
  const goals = memory.goals.length > 0 ? memory.goals : goalsShownBy(valid, deps);
  const turn = caseTurn(
    { facts, kept: facts, goals, memory, certain: true, notes: [...refusedNotes(sent, deps), ...reversedNotes(told, deps)] },
    deps,
  );
  return turn ?? { reply: emptyReply(deps), memory: { ...memory, facts, asked: [] } };
}

/** A form that comes without a conversation shows by its facts what it is about; two internships are there to be compared. */
function goalsShownBy(facts: Facts, { rules }: Deps): Goal[] {
  const fields = Object.keys(facts).map(fieldOf);
  const two = Object.keys(facts).some((id) => internshipFact(id)?.internship === 2);
  return GOALS.filter((goal) => {
    const spec = rules.goals[goal];
    return (goal === 'two' && two) || (spec && !spec.askedOnly && spec.shownBy.some((field) => fields.includes(field)));
  });
}

function respondToCommand(text: string, memory: Memory, deps: Deps): Turn | null {
  const { knowledge } = deps;
  const { phrases } = knowledge;
  const topics = (section: string, keys: readonly string[]): Reply =>
    topicsReply(
      knowledge,
      keys.map((key) => say(phrases, section, key)),
      say(phrases, 'none', 'topics'),
    );
  if (isCommand(phrases, 'restart', text)) return { reply: topics('restart', ['lead']), memory: NO_MEMORY };
  if (isCommand(phrases, 'help', text) || isCommand(phrases, 'topics', text)) return { reply: topics('help', ['lead', 'text']), memory };
  return isCommand(phrases, 'mail', text) ? respondWithMail(memory, deps) : null;
}

/** The last verdict once more, as the words of a mail. */
function respondWithMail(memory: Memory, deps: Deps): Turn {
  const { facts, goals } = memory;
  const turn = goals.length > 0 ? caseTurn({ facts, kept: facts, goals, memory, certain: true }, deps) : null;
  const mail = turn?.reply.blocks.find((block): block is MailBlock => block.type === 'mail');
  const { knowledge } = deps;
  if (!turn || !mail)
    return { reply: topicsReply(knowledge, [say(knowledge.phrases, 'mail', 'none')], say(knowledge.phrases, 'none', 'topics')), memory };
  const { blocks: _, reply: __, ...rest } = turn.reply;
  const blocks = [
    { type: 'lead' as const, text: mail.subject },
    { type: 'text' as const, text: mail.text },
  ];
  return { reply: makeReply(knowledge, blocks, { ...rest, missing: [] }), memory };
}

function emptyReply({ knowledge }: Deps): Reply {
  return topicsReply(knowledge, [say(knowledge.phrases, 'none', 'empty')], say(knowledge.phrases, 'none', 'topics'));
}

function respondToText(text: string, memory: Memory, deps: Deps): Turn {
  const { knowledge } = deps;
  const understood = understand(text, memory, deps);
  const { match, kept, goals, continues, alsoAsked } = understood;
  const turn = understood.onSubject && understood.ownCase ? caseTurn({ ...understood, text, memory, certain: continues }, deps) : null;
  if (turn) return turn;

  const best = match.ranked[0];
  const notes = readingNotes({ ...understood.reading, assumptions: [], facts: [] }, text, deps);
  // A remark in between does not take the question off the table.
  const band = match.band === 'none' && understood.worthOffering ? 'suggest' : match.band;
  if (band === 'none' || !best) return { reply: noneReply(knowledge, match), memory };
  if (band === 'suggest') return { reply: suggestionsReply(knowledge, match, notes), memory: { ...memory, asked: [] } };
  const reply = answerReply(knowledge, [best.entry, ...alsoAsked], best.probability, notes);
  // What was told of a case stays on the table while something else is asked in between.
  const aside = !continues && goals.length === 0 && Object.keys(kept).length === 0;
  return { reply, memory: { ...memory, ...(aside ? {} : { facts: kept, goals }), topic: best.entry, asked: [] } };
}
