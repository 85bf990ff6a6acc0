import type { Bot } from '../../../bot/bot.js';
import { type Memory, NO_MEMORY } from '../../../bot/conversation/memory.js';
import type { Message } from '../../../bot/conversation/message.js';
import type { Block, Reply, ReplyKind } from '../../../bot/conversation/reply.js';
import { rootPath } from '../../../bot/root.js';
import { type Knowledge, loadKnowledge } from '../../../knowledge/load.js';
import { fold } from '../../../knowledge/text/fold.js';
import { reply } from '../../reply.js';

const SOURCE = 'Staj Seferberliği Sıkça Sorulan Sorular (2020), 9. soru';

const OFFICIAL: Block = {
  type: 'official',
  entry: 'staj-iptali',
  title: 'Resmî yanıtın tamamı',
  question:
    'Öğrenci kabul ettiği ve işveren ile görüşerek işverenin de son onay verdiği bir stajı iptal etmek isterse izlenmesi gereken prosedür nedir?',
  paragraphs: [
    'Mücbir bir sebep olmadıkça öğrencinin, teklifini kabul etmiş olduğu işverenin stajını iptal etmemesi önerilir. Stajını iptal etmek isteyen öğrenciler ancak işverenlere mücbir bir sebep sunarak stajlarını iptal ettirme talebinde bulunabilirler.',
    'Kariyer Kapısı’na https://kariyerkapisi.cbiko.gov.tr adresinden tarafınıza daha önce tanımlanmış olan kullanıcı adı ve şifrenizle giriş yapınız.',
  ],
  source: SOURCE,
};

const RELATED: Block = {
  type: 'choices',
  prompt: 'İlgili sorular',
  items: [
    { entry: 'iki-staj', label: 'İki staj yapabilir miyim?' },
    { entry: 'kabul-bildirimi', label: 'Kabul nereden bildirilir?' },
    { entry: 'gec-belge', label: 'Belge geç geldiyse' },
  ],
};

const WELCOME: readonly Block[] = [
  { type: 'lead', text: 'Staj Seferberliği hakkında ne öğrenmek istersiniz?' },
  {
    type: 'text',
    text: 'Sorunuzu kendi sözlerinizle yazın ya da bir konu seçin. Yanıtlar, 2020 tarihli resmî Sıkça Sorulan Sorular belgesinden kaynağıyla birlikte gelir.',
  },
  {
    type: 'choices',
    prompt: 'Sık sorulanlar',
    items: [
      { entry: 'staj-iptali', label: 'Kabul ettiğim stajı iptal etmek', group: 'Öğrenciler için' },
      { entry: 'iki-staj', label: 'İki staj yapabilir miyim?', group: 'Öğrenciler için' },
      { entry: 'kabul-bildirimi', label: 'Kabul nereden bildirilir?', group: 'Öğrenciler için' },
      { entry: 'zorunlu-staj-yok', label: 'Bölümde zorunlu staj yoksa sigorta', group: 'Fakülteler için' },
      { entry: 'ders-donemi', label: 'Ders dönemine denk gelen staj', group: 'Fakülteler için' },
      { entry: 'kabul-listesi', label: 'Kabul edilenlerin listesi', group: 'Kariyer merkezleri için' },
    ],
    groups: ['Öğrenciler için', 'Fakülteler için', 'Kariyer merkezleri için'],
  },
];

/** How a fact of the fake bot is corrected. */
const CORRECTION = { type: 'choice', id: 'internship1.stage', options: [{ value: 'accepted', label: 'öğrenci kabul etti' }] } as const;

const VERDICT: readonly Block[] = [
  {
    type: 'understood',
    title: 'Anladığım',
    correct: 'Düzelt',
    submit: 'Düzelt ve yeniden değerlendir',
    facts: [
      { id: 'internship1', label: '1. staj', value: '3–28 Ağustos 2020', input: CORRECTION },
      { id: 'internship2', label: '2. staj', value: '24 Ağustos – 18 Eylül 2020', input: CORRECTION },
      { id: 'internship1.stage', label: 'Kapsam', value: 'Staj Seferberliği', note: 'varsayıldı', input: CORRECTION },
    ],
  },
  {
    type: 'verdict',
    id: 'dates-overlap',
    title: 'Tarihler çakışıyor',
    subject: '1. ve 2. staj',
    sentence: 'İki staj 24–28 Ağustos 2020 günlerinde çakışıyor; bu tarihlerle ikisi birden yapılamaz.',
    quotes: [
      {
        entry: 'iki-staj',
        quote: 'Öğrencilerin Staj Seferberliği kapsamında tarihleri çakışmamak koşuluyla en fazla 2 staj yapma hakkı bulunmaktadır.',
        source: 'Staj Seferberliği Sıkça Sorulan Sorular (2020), 3. soru',
      },
    ],
    quotesTitle: 'SSS’nin dayanak cümlesi',
    ours: 'Başlangıç ve bitiş günlerini staja dâhil saydık; belge bunu ayrıca söylemez.',
    changes: [
      '1. staj 23 Ağustos 2020’de biterse iki staj da yapılabilir.',
      '2. staj 29 Ağustos 2020’de başlarsa iki staj da yapılabilir.',
    ],
    changesTitle: 'Sonucu ne değiştirir?',
    next: 'İşverenlerden biriyle görüşerek staj tarihini değiştirmesini isteyin.',
  },
  {
    type: 'verdict',
    id: 'insurance-required',
    title: 'Sigorta',
    sentence: 'Sigorta primini üniversite öder.',
    quotes: [],
    quotesTitle: '',
    changes: [],
    changesTitle: '',
  },
  { ...OFFICIAL, entry: 'iki-staj' },
];

const DATES: Block = {
  type: 'question',
  prompt: 'Stajların tarihleri nedir?',
  input: {
    type: 'dates',
    fields: [
      { id: 'internship1.from', label: '1. stajın ilk günü' },
      { id: 'internship1.to', label: '1. stajın son günü' },
      { id: 'internship2.from', label: '2. stajın ilk günü' },
      { id: 'internship2.to', label: '2. stajın son günü' },
    ],
    unknown: 'Bilmiyorum',
  },
  submit: 'Tarihleri gönder',
};

const STAGE: Block = {
  type: 'question',
  prompt: 'Teklifi kabul ettiniz mi?',
  input: {
    type: 'choice',
    id: 'internship1.stage',
    options: [
      { value: 'offered', label: 'Hayır, teklif bekliyor' },
      { value: 'accepted', label: 'Evet, kabul ettim' },
      { value: 'unknown', label: 'Bilmiyorum' },
    ],
  },
  submit: 'Gönder',
};

/** One reply of every kind, chosen by a word of the message. */
const REPLIES: readonly { readonly word: string; readonly kind: ReplyKind; readonly blocks: readonly Block[] }[] = [
  {
    word: 'iptal',
    kind: 'answer',
    blocks: [
      {
        type: 'lead',
        text: 'Kabul ettiğiniz stajı ancak mücbir bir sebeple iptal ettirebilirsiniz: işverenle görüşün ve talebinizi Kariyer Kapısı üzerinden iletin.',
      },
      {
        type: 'text',
        text: 'Staj işleri için bölüm sekreterliğine uğrayabilirsiniz.',
        own: true,
        link: { label: 'Staj yönergesi', url: 'https://www.example.edu.tr/staj' },
      },
      OFFICIAL,
      STAGE,
      RELATED,
    ],
  },
  { word: 'iki staj', kind: 'question', blocks: [{ type: 'lead', text: 'Tarihleri çakışmıyorsa iki stajı da yapabilirsiniz.' }, DATES] },
  { word: 'ağustos', kind: 'verdict', blocks: VERDICT },
  {
    word: 'staj',
    kind: 'suggestions',
    blocks: [
      { type: 'lead', text: 'Sorunuzu tam anlayamadım.' },
      { ...RELATED, prompt: 'Bunlardan birini mi sordunuz?' },
    ],
  },
  {
    word: 'merhaba',
    kind: 'smalltalk',
    blocks: [{ type: 'lead', text: 'Merhaba! Staj Seferberliği hakkında ne öğrenmek istersiniz?' }],
  },
  {
    word: '',
    kind: 'none',
    blocks: [
      { type: 'lead', text: 'Bu sorunun yanıtı SSS’de yok.' },
      { type: 'text', text: 'Ücretle ilgili bilgiyi staj yapacağınız kurumdan alabilirsiniz.' },
    ],
  },
];

const KNOWN: Knowledge = loadKnowledge(rootPath('knowledge'));

/** A bot without a core: it has one reply of every kind and remembers the facts it is told; what it knows is the real thing. */
export function fakeBot(knowledge: Partial<Knowledge> = {}): Bot {
  const known = { ...KNOWN, ...knowledge };
  return {
    welcome: () => replyOf('smalltalk', WELCOME),
    respond: (message: Message, memory: Memory) => {
      const found = choose(message);
      return { reply: replyOf(found.kind, found.blocks), memory: remember(message, memory) };
    },
    search: (query: string, limit: number) => known.entries.filter(({ label }) => fold(label).includes(fold(query))).slice(0, limit),
    knowledge: known,
    deps: { rules: { verdicts: { 'dates-overlap': {} } } },
  } as unknown as Bot;
}

function choose(message: Message) {
  if (message.facts) return found('ağustos');
  return found(message.text ?? message.entry?.replaceAll('-', ' ') ?? '');
}

function found(text: string) {
  const folded = text.toLocaleLowerCase('tr');
  return REPLIES.find(({ word }) => folded.includes(word)) as (typeof REPLIES)[number];
}

function remember(message: Message, memory: Memory): Memory {
  return { ...NO_MEMORY, ...memory, facts: { ...memory.facts, ...message.facts } };
}

function replyOf(kind: ReplyKind, blocks: readonly Block[]): Reply {
  const lead = blocks.find((block) => block.type === 'lead');
  const official = blocks.find((block) => block.type === 'official');
  const entry = official?.entry ?? null;
  return reply({ kind, blocks, entry, entries: entry ? [entry] : [], reply: lead?.text ?? '' });
}
