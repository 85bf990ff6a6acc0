import type { Bot } from '../../../bot/bot.js';
import type { Memory } from '../../../bot/conversation/memory.js';
import type { Message } from '../../../bot/conversation/message.js';
import type { Block, Citation, Reply, ReplyKind, UnderstoodBlock } from '../../../bot/conversation/reply.js';
import type { TeamsPhrases } from '../../../bot/teams/phrases.js';
import { reply as emptyReply } from '../../reply.js';

export const PHRASES: TeamsPhrases = {
  noText: 'Yalnızca yazılı sorulara yanıt verebiliyorum.',
  reaction: 'Tepkiniz için teşekkür ederim.',
  failure: 'Şu anda yanıt veremiyorum.',
  dateRequired: 'Lütfen bir tarih seçin.',
  formSent: 'Yanıtınız alındı.',
  formUsed: 'Bu formu daha önce göndermiştiniz.',
  cancel: 'Vazgeç',
  page: 'Bu yanıtın sayfası',
  feedback: 'Geri bildiriminiz için teşekkür ederim.',
  noResults: 'Bir soru bulunamadı.',
  own: 'Üniversitenizin notu',
  ours: 'Bizim yorumumuz',
  next: 'Ne yapmalısınız',
  source: 'Kaynak',
};

export const QUOTE = 'Mücbir bir sebep olmadıkça stajın iptal edilmemesi önerilir.';

/** A reply of a kind with some blocks; tests say only what matters to them. */
export function reply(kind: ReplyKind, blocks: Block[], rest: Partial<Reply> = {}): Reply {
  return emptyReply({ kind, blocks, reply: 'Düz metin.', ...rest });
}

export const CANCELLATION = reply(
  'answer',
  [
    { type: 'lead', text: 'Önce işverenle görüşün.' },
    {
      type: 'official',
      entry: 'staj-iptali',
      title: 'Resmî yanıt',
      question: 'Stajımı nasıl iptal ederim?',
      paragraphs: ['Birinci paragraf.', 'İkinci paragraf.'],
      source: 'Staj Seferberliği SSS (2020), 9. soru',
    },
  ],
  { entry: 'staj-iptali', entries: ['staj-iptali'], citations: [{ entry: 'staj-iptali', quote: QUOTE }] },
);

export const CHOICES: Block = {
  type: 'choices',
  prompt: 'Hangisini sordunuz?',
  items: [{ entry: 'staj-iptali', label: 'Stajı iptal etmek' }],
};

export const DATES: Block = {
  type: 'question',
  prompt: 'Stajınız hangi tarihlerde?',
  input: {
    type: 'dates',
    fields: [
      { id: 'internship1.from', label: 'Başlangıç' },
      { id: 'internship1.to', label: 'Bitiş' },
    ],
    unknown: 'Bilmiyorum',
  },
  submit: 'Gönder',
};

/**
 * A bot with fixed replies. `iptal` is answered, `tarih` asks for dates, facts are kept and shown as understood, `patla` throws,
 * anything else is counted: the memory's topic grows by one character a message, so a lost memory shows.
 */
export function fakeBot(): Bot & { readonly heard: Message[] } {
  const heard: Message[] = [];
  const respond = (message: Message, memory: Memory): { reply: Reply; memory: Memory } => {
    heard.push(message);
    const topic = `${memory.topic ?? ''}x`;
    const facts = { ...memory.facts, ...message.facts };
    if (message.text === 'patla') throw new Error(`cannot answer ${message.text}`);
    return { reply: replyTo(message, topic, facts), memory: { ...memory, topic, facts } };
  };
  const welcome = (): Reply => reply('smalltalk', [{ type: 'lead', text: 'Merhaba!' }, CHOICES]);
  return { respond, welcome, knowledge: { phrases: { teams: PHRASES } }, heard } as unknown as Bot & { heard: Message[] };
}

function replyTo(message: Message, topic: string, facts: Memory['facts']): Reply {
  if (message.entry === 'staj-iptali' || message.text?.includes('iptal')) return CANCELLATION;
  if (message.text?.includes('tarih')) return reply('question', [DATES]);
  if (message.facts) return reply('verdict', [{ type: 'lead', text: 'Karar.' }, understood(facts)], { outcomes: ['dates-overlap'] });
  return reply('smalltalk', [{ type: 'lead', text: `Duydum: ${message.text} (${topic.length})` }]);
}

/** The facts as the bot shows them, each in an input. */
function understood(facts: Memory['facts']): UnderstoodBlock {
  const shown = Object.entries(facts).map(([id, value]) => ({
    id,
    label: id,
    value,
    input: { type: 'dates' as const, fields: [{ id, label: id, value }] },
  }));
  return { type: 'understood', title: 'Anladığım', correct: 'Düzelt', submit: 'Düzelt ve gönder', facts: shown };
}

export const citation = (quote: string): Citation => ({ entry: 'staj-iptali', quote });
