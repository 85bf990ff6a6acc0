import * as AdaptiveCards from 'adaptivecards';
import type { Bot } from '../../../bot/bot.js';
import { NO_MEMORY } from '../../../bot/conversation/memory.js';
import type { Reply, UnderstoodBlock } from '../../../bot/conversation/reply.js';
import { type AdaptiveCard, cardBeside, correctionCard, plainCard, prefaced, wholeCard } from '../../../bot/teams/card.js';
import type { TeamsPhrases } from '../../../bot/teams/phrases.js';
import { conversation, realBot } from '../../real-bot.js';

/** One reply of each kind there is, with several verdicts, forms of both sorts and what is offered. */
const SAID = [
  'kabul ettiğim stajı iptal etmek istiyorum',
  'iki stajım var ikisini de yapabilir miyim',
  '3-28 Ağustos ve 24 Ağustos-18 Eylül iki stajım var',
  'staj 7 eylül 9 ekim arası, dersler 21 eylülde başlıyor, bir de sigortamı kim öder',
  'kariyer merkezi ne yapar',
  'staj ücreti ne kadar',
  'konular',
];

describe('cards', () => {
  let bot: Bot;
  let replies: Reply[];
  let cards: AdaptiveCard[];
  const context = () => ({ phrases: bot.knowledge.phrases.teams as TeamsPhrases, domain: 'staj.example.edu.tr', form: 'form-1' });

  beforeAll(async () => {
    bot = await realBot();
    replies = [bot.welcome(), ...(await Promise.all(SAID.map(async (text) => (await conversation(text))[0] as Reply)))];
    const understood = replies.flatMap(({ blocks }) => blocks.filter((block): block is UnderstoodBlock => block.type === 'understood'));
    cards = [
      ...replies.flatMap((reply) => [wholeCard(reply, context()), cardBeside(reply, context())].filter((card) => card !== null)),
      ...understood.map((block) => correctionCard(block, context())),
      prefaced('Önce.', plainCard('Sonra.\nBir de bu.')),
    ];
  }, 120_000);

  test('are taken by the library without a complaint', () => {
    expect(cards.length).toBeGreaterThan(10);
    for (const card of cards) expect(complaints(card)).toEqual([]);
  });

  test('that are wrong are complained about', () => {
    const wrong = { ...plainCard('a'), body: [{ type: 'Nonsense' }, { type: 'Input.Date' }] };
    expect(complaints(wrong).length).toBeGreaterThan(0);
  });

  test('keep within what Teams takes: version 1.5, 28 kB, names that occur once', () => {
    for (const card of cards) {
      expect(card.version).toBe('1.5');
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024);
      const ids = elementsOf(card).flatMap(({ id }) => (id ? [id] : []));
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('say the same where they cannot be drawn', () => {
    for (const reply of replies)
      expect(reply.reply.replace(/\s+/g, ' ')).toContain(wholeCard(reply, context()).fallbackText.slice(0, 200).replace(/\s+/g, ' '));
  });

  test('fold the official text away, verbatim, and every toggle folds something out', () => {
    const [answer] = replies.filter(({ entry }) => entry === 'kariyer-merkezi-gorevleri');
    const elements = elementsOf(wholeCard(answer as Reply, context()));
    const hidden = elements.filter(({ isVisible }) => isVisible === false);
    const official = bot.knowledge.entries.find(({ id }) => id === 'kariyer-merkezi-gorevleri');
    expect(hidden.map(textIn).join(' ')).toContain(official?.answer.join(' ').slice(0, 300));
    for (const card of cards) {
      const ids = elementsOf(card).flatMap(({ id }) => (id ? [id] : []));
      for (const { targetElements = [] } of elementsOf(card)) expect(ids).toEqual(expect.arrayContaining(targetElements as string[]));
    }
  });

  test('have a fallback for every button that a client may not know', () => {
    const executes = cards.flatMap(elementsOf).filter(({ type }) => type === 'Action.Execute');
    expect(executes.length).toBeGreaterThan(5);
    for (const { data, fallback } of executes) expect(fallback).toMatchObject({ type: 'Action.Submit', data });
  });

  test('ask in Turkish for a date that is missing, and each input says what it is for', () => {
    const inputs = cards.flatMap(elementsOf).filter(({ type }) => type?.startsWith('Input.'));
    for (const { label } of inputs) expect(label).toMatch(/^\p{Lu}|^\d/u);
    const required = inputs.filter(({ isRequired }) => isRequired);
    expect(required.length).toBeGreaterThan(3);
    for (const { errorMessage } of required) expect(errorMessage).toBe(context().phrases.dateRequired);
  });

  test('without a public address link to no page of the bot', () => {
    const { domain: _, ...without } = context();
    const answer = replies.find(({ kind }) => kind === 'answer') as Reply;
    expect(JSON.stringify(wholeCard(answer, context()))).toContain('https://staj.example.edu.tr/s/');
    expect(JSON.stringify(wholeCard(answer, without))).not.toContain('/s/');
  });

  test('never turn "1. staj" into a list', () => {
    for (const { type, text, facts = [] } of cards.flatMap(elementsOf)) {
      if (type === 'TextBlock') expect(text).not.toMatch(/^\d+\. /);
      for (const fact of facts as { title: string; value: string }[]) expect(`${fact.title}\n${fact.value}`).not.toMatch(/^\d+\. /m);
    }
  });

  test('put the topics under whom they are for, students first', () => {
    const welcome = cardBeside(bot.welcome(), context()) as AdaptiveCard;
    const toggles = elementsOf(welcome).flatMap(({ type, title }) => (type === 'Action.ToggleVisibility' ? [title] : []));
    expect(toggles).toEqual(Object.values(bot.knowledge.phrases.audience ?? {}));
    const asked = elementsOf(welcome).flatMap(({ data }) =>
      (data as { entry?: string } | undefined)?.entry ? [(data as { entry: string }).entry] : [],
    );
    expect(asked.sort()).toEqual(bot.knowledge.entries.map(({ id }) => id).sort());
  });

  test('hold no text that is markup to a client', async () => {
    const turn = bot.respond({ text: '<b>3-28</b> **Ağustos** [x](http://y) iki stajım var 24 Ağustos-18 Eylül' }, NO_MEMORY);
    expect(JSON.stringify(wholeCard(turn.reply, context()))).not.toContain('<b>');
  });
});

type Piece = Readonly<Record<string, unknown>> & { readonly type?: string; readonly id?: string };

/** Everything inside a card, however deep. */
function elementsOf(value: unknown): Piece[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  return [
    value as Piece,
    ...Object.entries(value).flatMap(([key, inner]) => (key === 'data' || key === 'fallback' ? [] : elementsOf(inner))),
  ];
}

function textIn(piece: Piece): string {
  return elementsOf(piece)
    .flatMap(({ type, text }) => (type === 'TextRun' || type === 'TextBlock' ? [String(text)] : []))
    .join(' ');
}

/** What the library has against a card, element by element. */
function complaints(card: AdaptiveCard): string[] {
  const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5);
  const parsed = new AdaptiveCards.AdaptiveCard();
  parsed.parse(structuredClone(card), context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  return [...events, ...parsed.validateProperties().validationEvents.map(({ message }) => message)];
}
