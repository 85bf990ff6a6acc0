import { safeAddress } from '../conversation/addresses.js';
import { capitalised } from '../conversation/format.js';
import type {
  Block,
  ChoicesBlock,
  LeadBlock,
  MailBlock,
  OfficialBlock,
  Reply,
  TextBlock,
  UnderstoodBlock,
  VerdictBlock,
} from '../conversation/reply.js';
import { pathOf } from '../paths.js';
import { shorten } from '../shorten.js';
import { box, type Element, factSet, heading, paragraphsOf, prose, row, toggle } from './elements.js';
import { correctionForm, questionForm } from './forms.js';
import type { TeamsPhrases } from './phrases.js';
import { askFor, replaceBy } from './press.js';

/** An Adaptive Card as JSON. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: string;
  readonly version: '1.5';
  /** Shown, and read aloud, where a client cannot draw the card. */
  readonly fallbackText: string;
  readonly msteams: { readonly width: 'Full' };
  readonly body: readonly Element[];
}

/** What all pieces of one card share. */
export interface CardContext {
  readonly phrases: TeamsPhrases;
  /** Public host name of the bot, for links to answer pages; without it there are none. */
  readonly domain?: string | undefined;
  /** Names the forms of this card among all that were sent. */
  readonly form: string;
}

/** Teams refuses messages over 28 kB, and the card says all of it once more; characters. */
const MAX_FALLBACK = 4000;
const SCHEMA = 'http://adaptivecards.io/schemas/adaptive-card.json';

/** The whole reply as one card, where no text stands beside it: what a message extension inserts and what takes the place of a form. */
export function wholeCard(reply: Reply, context: CardContext): AdaptiveCard {
  return cardOf(reply, context, false) ?? plainCard(reply.reply);
}

/** What the text of a message leaves to its card, or null where that is nothing. */
export function cardBeside(reply: Reply, context: CardContext): AdaptiveCard | null {
  return cardOf(reply, context, true);
}

/** The form with which what was understood is corrected. */
export function correctionCard(block: UnderstoodBlock, { phrases, form }: CardContext): AdaptiveCard {
  return frame(
    correctionForm(block, form, phrases),
    `${block.title}: ${block.facts.map(({ label, value }) => `${label}: ${value}`).join(', ')}`,
  );
}

/** A sentence or two of our own. */
export function plainCard(text: string): AdaptiveCard {
  return frame(paragraphsOf(text), text);
}

/** A card with something said before it. */
export function prefaced(text: string, card: AdaptiveCard): AdaptiveCard {
  return { ...card, fallbackText: `${text}\n\n${card.fallbackText}`, body: [prose(text, { italic: true }), ...card.body] };
}

/** How one card is drawn. */
interface Drawing extends CardContext {
  /** True where the text of a message already says the lead, the plain sentences and the verdicts. */
  readonly beside: boolean;
  /** True where the reasons of several verdicts have to be told apart. */
  readonly several: boolean;
}

function cardOf({ blocks, reply }: Reply, context: CardContext, beside: boolean): AdaptiveCard | null {
  const several = blocks.filter(({ type }) => type === 'verdict').length > 1;
  const body = blocks.flatMap((block, index) => draw(block, index, { ...context, beside, several }));
  return body.length > 0 ? frame(body, reply) : null;
}

function frame(body: readonly Element[], spoken: string): AdaptiveCard {
  const fallbackText = shorten(spoken, MAX_FALLBACK);
  return { type: 'AdaptiveCard', $schema: SCHEMA, version: '1.5', fallbackText, msteams: { width: 'Full' }, body };
}

/** `index` makes the ids of what folds in and out different from each other. */
function draw(block: Block, index: number, drawing: Drawing): Element[] {
  switch (block.type) {
    case 'lead':
      return drawing.beside ? [] : drawLead(block);
    case 'text':
      return drawing.beside && !block.own ? [] : drawText(block, drawing.phrases);
    case 'official':
      return drawOfficial(block, `official${index}`, drawing);
    case 'verdict':
      return drawVerdict(block, drawing);
    case 'understood':
      return drawUnderstood(block);
    case 'question':
      return questionForm(block, drawing.form, drawing.phrases);
    case 'mail':
      return drawMail(block, `mail${index}`);
    case 'choices':
      return drawChoices(block, index);
  }
}

function drawLead({ text }: LeadBlock): Element[] {
  return paragraphsOf(text, { bold: true });
}

function drawText({ text, own, link }: TextBlock, phrases: TeamsPhrases): Element[] {
  const url = link && safeAddress(link.url);
  const pieces = [...paragraphsOf(text), ...(link && url ? [row({ type: 'Action.OpenUrl', title: link.label, url })] : [])];
  return own ? [box([prose(phrases.own, { bold: true }), ...pieces])] : pieces;
}

function drawOfficial(block: OfficialBlock, id: string, { phrases, domain }: Drawing): Element[] {
  return [
    toggle(block.title, id),
    box([prose(block.question, { bold: true }), ...block.paragraphs.flatMap((paragraph) => paragraphsOf(paragraph))], id),
    prose(`${phrases.source}: ${block.source}`, { subtle: true }),
    ...(domain ? [row({ type: 'Action.OpenUrl', title: phrases.page, url: pageOf(domain, block.entry) })] : []),
  ];
}

/** The address of the page of an official question. */
function pageOf(domain: string, entry: string): string {
  return `https://${domain}${pathOf(entry)}`;
}

function drawVerdict(block: VerdictBlock, { phrases, beside, several }: Drawing): Element[] {
  return [
    ...(beside ? [] : verdictItself(block)),
    ...(beside && several ? [prose(titleOf(block), { bold: true, separator: true })] : []),
    heading(block.quotesTitle),
    ...block.quotes.map(({ quote, source }) => box([prose(`“${quote}”`, { italic: true }), prose(source, { subtle: true })])),
    ...(block.ours ? [prose(`${phrases.ours}: ${block.ours}`, { subtle: true })] : []),
    ...(block.changes.length > 0 ? [heading(block.changesTitle), ...block.changes.map((change) => prose(`• ${change}`))] : []),
    ...(block.next ? [heading(phrases.next), ...paragraphsOf(block.next)] : []),
  ];
}

function verdictItself(block: VerdictBlock): Element[] {
  return [{ ...heading(titleOf(block)), size: 'Medium' }, ...paragraphsOf(block.sentence)];
}

/** "1. staj: Tarihler çakışıyor"; the title alone where there is one internship. */
export function titleOf({ subject, title }: VerdictBlock): string {
  return subject ? `${subject}: ${title}` : title;
}

function drawUnderstood(block: UnderstoodBlock): Element[] {
  const facts = block.facts.map(({ label, value, note }) => ({
    title: capitalised(label),
    value: capitalised(note ? `${value} (${note})` : value),
  }));
  return [heading(block.title), factSet(facts), row(replaceBy(block.correct, { correct: true }))];
}

function drawMail({ title, subject, text }: MailBlock, id: string): Element[] {
  return [toggle(title, id), box([prose(subject, { bold: true }), ...paragraphsOf(text)], id)];
}

/** Buttons that ask; grouped ones fold out under the heading of their group, the first of which is open. */
function drawChoices({ prompt, items, groups }: ChoicesBlock, index: number): Element[] {
  if (items.length === 0) return [];
  const buttons = (of: typeof items): Element[] => of.map(({ entry, label }) => row(askFor(entry, label)));
  if (!groups) return [heading(prompt), ...buttons(items)];
  return [
    heading(prompt),
    ...groups.flatMap((group, at) => {
      const id = `choices${index}-${at}`;
      return [toggle(group, id), { ...box(buttons(items.filter((item) => item.group === group)), id), isVisible: at === 0 }];
    }),
    ...buttons(items.filter(({ group }) => !group)),
  ];
}
