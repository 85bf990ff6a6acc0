import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { activity, type Connector, closeConnectors, post, startConnector, startServer } from './connector.js';
import { fakeBot, PHRASES, QUOTE } from './fake-bot.js';

describe('POST /api/messages, against a channel on loopback', () => {
  let channel: Connector;
  let bot: ReturnType<typeof fakeBot>;
  let server: FastifyInstance;
  const say = (rest: object) => post(server, activity(channel.serviceUrl, rest));

  beforeEach(async () => {
    channel = await startConnector();
    bot = fakeBot();
    server = startServer(bot);
  });
  afterEach(async () => {
    await server.close();
    await closeConnectors();
  });

  describe('a message', () => {
    test('gets its answer as a reply in the conversation', async () => {
      const response = await say({ text: 'stajımı iptal edeceğim' });
      expect([response.statusCode, response.body]).toEqual([200, '']);
      expect(channel.sent).toHaveLength(1);
      expect(channel.sent[0]).toMatchObject({ type: 'message', replyToId: expect.stringMatching(/^activity-/), textFormat: 'markdown' });
      expect(channel.sent[0]?.path).toMatch(/^\/v3\/conversations\/a%3Aconversation\/activities\/activity-\d+$/);
      expect(channel.sent[0]?.text).toContain('Önce işverenle görüşün.');
    });

    test('keeps the paragraphs of the answer apart', async () => {
      await say({ text: 'iptal' });
      const [shown] = channel.sent[0]?.attachments ?? [];
      expect(JSON.stringify(shown)).toMatch(/Birinci paragraf\..*İkinci paragraf\./);
      expect(JSON.stringify(channel.sent[0])).not.toContain('<br>');
    });

    test('has its citations on the wire, whole, and no label saying that a machine made it up', async () => {
      await say({ text: 'iptal' });
      expect(channel.sent[0]?.entities).toEqual([
        {
          type: 'https://schema.org/Message',
          '@type': 'Message',
          '@context': 'https://schema.org',
          '@id': '',
          citation: [
            {
              '@type': 'Claim',
              position: 1,
              appearance: { '@type': 'DigitalDocument', name: 'Staj Seferberliği SSS (2020), 9. soru', abstract: QUOTE },
            },
          ],
        },
      ]);
      expect(channel.sent[0]?.text).toContain('[1]');
    });

    test('finds the memory of the message before it', async () => {
      await say({ text: 'bir' });
      await say({ text: 'iki' });
      expect(channel.sent.map(({ text }) => text)).toEqual(['Duydum: bir (1)', 'Duydum: iki (2)']);
    });

    test('of another conversation has a memory of its own', async () => {
      await say({ text: 'bir' });
      await say({ text: 'iki', conversation: { id: 'a:other', conversationType: 'personal' } });
      expect(channel.sent[1]?.text).toBe('Duydum: iki (1)');
    });

    test('keeps its place when several arrive at once', async () => {
      const responses = await Promise.all(['bir', 'iki', 'üç', 'dört'].map((text) => say({ text })));
      expect(responses.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
      expect(channel.sent.map(({ text }) => text?.slice(-3))).toEqual(['(1)', '(2)', '(3)', '(4)']);
    });

    test('is answered in the response itself where the channel expects so', async () => {
      const response = await say({ text: 'iptal', deliveryMode: 'expectReplies' });
      expect(response.json().activities[0].text).toContain('Önce işverenle görüşün.');
      expect(channel.sent).toEqual([]);
    });

    test('delivered twice is answered once, at once or later', async () => {
      const same = { id: 'same', text: 'bir' };
      await Promise.all([say(same), say(same)]);
      expect((await say(same)).statusCode).toBe(200);
      expect(channel.sent.map(({ text }) => text)).toEqual(['Duydum: bir (1)']);
    });

    test('that could not be delivered is answered when it comes again', async () => {
      const logged = jest.spyOn(console, 'error').mockImplementation();
      const failing = await startConnector((response, count) => response.writeHead(count === 1 ? 400 : 200).end('{"id":"1"}'));
      const codes = [];
      for (let at = 0; at < 2; at += 1) {
        codes.push((await post(server, activity(failing.serviceUrl, { id: 'same', text: 'bir' }))).statusCode);
      }
      expect(codes).toEqual([502, 200]);
      logged.mockRestore();
    });

    test('that was edited is answered anew, once for each edit; in a group an edit need not be meant for the bot', async () => {
      const edit = { type: 'messageUpdate', id: 'same', text: 'iki', channelData: { eventType: 'editMessage' } };
      await say({ id: 'same', text: 'bir' });
      await say({ ...edit, timestamp: '2026-03-02T10:01:00.000Z' });
      await say({ ...edit, timestamp: '2026-03-02T10:01:00.000Z' });
      await say({ ...edit, timestamp: '2026-03-02T10:02:00.000Z', text: 'üç' });
      await say({ ...edit, conversation: { id: '19:t', conversationType: 'channel' } });
      expect(channel.sent.map(({ text }) => text)).toEqual(['Duydum: bir (1)', 'Duydum: iki (2)', 'Duydum: üç (3)']);
    });

    test('that was deleted or brought back is let pass', async () => {
      await say({ type: 'messageDelete', channelData: { eventType: 'softDeleteMessage' } });
      await say({ type: 'messageUpdate', text: 'bir', channelData: { eventType: 'undeleteMessage' } });
      expect(channel.sent).toEqual([]);
    });

    test('never mixes with those of 499 other conversations', async () => {
      const people = Array.from({ length: 500 }, (_, at) => ({
        from: { id: `29:${at}` },
        conversation: { id: `a:${at}`, conversationType: 'personal' },
      }));
      for (const round of [1, 2]) {
        // So many at once that none is given up on a busy machine.
        for (let first = 0; first < people.length; first += 100) {
          const some = people.slice(first, first + 100);
          const responses = await Promise.all(some.map((person, at) => say({ ...person, text: `kişi ${first + at}` })));
          expect(responses.every(({ statusCode }) => statusCode === 200)).toBe(true);
        }
        const sent = channel.sent.splice(0);
        expect(sent).toHaveLength(500);
        for (const { path, text } of sent) {
          const at = /a%3A(\d+)/.exec(path)?.[1];
          expect(text).toBe(`Duydum: kişi ${at} (${round})`);
        }
      }
    }, 60_000);

    test('that the bot cannot handle gets an apology, and the log holds no word of it', async () => {
      const logged = jest.spyOn(console, 'error').mockImplementation();
      const response = await say({ text: 'patla' });
      expect(response.statusCode).toBe(500);
      expect(channel.sent[0]?.text).toBe(PHRASES.failure);
      expect(logged.mock.calls.join()).toContain('the turn failed');
      expect(logged.mock.calls.join() + response.body).not.toContain('patla');
      logged.mockRestore();
    });
  });

  describe('in a group', () => {
    const mention = (name: string, id: string) => ({ type: 'mention', text: `<at>${name}</at>`, mentioned: { id, name } });
    const group = { id: '19:thread', conversationType: 'channel', isGroup: true };

    test('the mention that summons the bot is no part of the question', async () => {
      await say({ text: '<at>Staj</at>&nbsp;yardım', conversation: group, entities: [mention('Staj', '28:bot')] });
      expect(bot.heard).toEqual([{ text: 'yardım' }]);
    });

    test('nobody decides a case with the facts of somebody else', async () => {
      await say({ text: 'bir', conversation: group });
      await say({ text: 'iki', conversation: group, from: { id: '29:other' } });
      await say({ text: 'üç', conversation: group });
      expect(channel.sent.map(({ text }) => text?.slice(-3))).toEqual(['(1)', '(1)', '(2)']);
    });

    test('a mention without a question gets the short phrase', async () => {
      await say({ text: '<at>Staj</at> ', conversation: group, entities: [mention('Staj', '28:bot'), mention('Staj', '28:bot')] });
      expect(channel.sent[0]?.text).toBe(PHRASES.noText);
    });
  });

  describe('a button or form of a card', () => {
    test('asks for an official question', async () => {
      await say({ value: { entry: 'staj-iptali', msteams: { type: 'messageBack' } } });
      expect(bot.heard).toEqual([{ entry: 'staj-iptali' }]);
      expect(channel.sent[0]?.text).toContain('Önce işverenle görüşün.');
    });

    test('counts before the text that comes with it', async () => {
      await say({ text: 'Stajı iptal etmek', value: { entry: 'staj-iptali' } });
      expect(bot.heard).toEqual([{ entry: 'staj-iptali' }]);
    });

    test('states a fact', async () => {
      await say({ value: { facts: { 'internship1.stage': 'accepted' } } });
      expect(bot.heard).toEqual([{ facts: { 'internship1.stage': 'accepted' } }]);
    });

    test('states dates', async () => {
      await say({ value: { 'facts.internship1.from': '2020-08-03', 'facts.internship1.to': '2020-08-28' } });
      expect(bot.heard).toEqual([{ facts: { 'internship1.from': '2020-08-03', 'internship1.to': '2020-08-28' } }]);
    });

    test('arrives on the wire as a card that can be pressed', async () => {
      await say({ text: 'tarih' });
      const [card] = channel.sent[0]?.attachments ?? [];
      expect(card.contentType).toBe('application/vnd.microsoft.card.adaptive');
      expect(card.content.body.map(({ type }: { type: string }) => type)).toEqual(['TextBlock', 'Input.Date', 'Input.Date', 'ActionSet']);
    });
  });

  describe('what holds no question', () => {
    test.each([
      ['no text', {}],
      ['white space', { text: ' \n ' }],
      ['a file', { attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info', content: {} }] }],
      ['an unknown button', { value: { verb: 'nonsense' } }],
      ['an empty form', { value: { 'facts.internship1.from': '' } }],
      ['a mention without text', { entities: [{ type: 'mention', text: '<at>Staj</at>', mentioned: { id: '28:bot' } }] }],
    ])('%s gets the short phrase', async (_name, rest) => {
      expect((await say(rest)).statusCode).toBe(200);
      expect(channel.sent.map(({ text }) => text)).toEqual([PHRASES.noText]);
      expect(bot.heard).toEqual([]);
    });

    test('a reaction is thanked for in a personal chat and let pass in a channel', async () => {
      await say({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] });
      await say({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }], conversation: { id: '19:t', conversationType: 'channel' } });
      expect(channel.sent.map(({ text }) => text)).toEqual([PHRASES.reaction]);
    });

    test.each(['typing', 'messageUpdate', 'messageDelete', 'endOfConversation', 'event'])('%s is let pass', async (type) => {
      expect((await say({ type })).statusCode).toBe(200);
      expect(channel.sent).toEqual([]);
    });

    test('an unknown invoke is answered 501', async () => {
      expect((await say({ type: 'invoke', name: 'nonsense', value: {} })).statusCode).toBe(501);
    });
  });

  describe('the welcome', () => {
    const added = (...ids: string[]) => ({ type: 'conversationUpdate', membersAdded: ids.map((id) => ({ id })) });

    test('comes once, though Teams tells of an installation twice', async () => {
      await Promise.all([say(added('28:bot')), say({ type: 'installationUpdate', action: 'add' }), say(added('29:person'))]);
      expect(channel.sent.map(({ text }) => text)).toEqual(['Merhaba!']);
      expect(channel.sent[0]?.attachments).toHaveLength(1);
    });

    test('comes to a team when the bot joins it, and not for every new member', async () => {
      const team = { conversation: { id: '19:team', conversationType: 'channel', isGroup: true } };
      await say({ ...added('29:somebody'), ...team });
      expect(channel.sent).toEqual([]);
      await say({ ...added('28:bot'), ...team });
      expect(channel.sent).toHaveLength(1);
    });

    test('comes again after the bot was removed, and so does a fresh memory', async () => {
      await say(added('28:bot'));
      await say({ text: 'bir' });
      await say({ type: 'installationUpdate', action: 'remove' });
      await say(added('28:bot'));
      await say({ text: 'iki' });
      expect(channel.sent.map(({ text }) => text)).toEqual(['Merhaba!', 'Duydum: bir (1)', 'Merhaba!', 'Duydum: iki (1)']);
    });
  });

  describe('a channel that expects the replies in the response', () => {
    const DATES = { form: 'form-1', 'facts.internship1.from': '2020-08-03', 'facts.internship1.to': '2020-08-28' };
    test.each([
      ['an answer', { text: 'iptal' }],
      ['a question', { text: 'tarih' }],
      ['a mention in a channel', { text: '<at>Staj</at> iptal', conversation: { id: '19:t', conversationType: 'channel' } }],
      ['a topic that was pressed', { value: { entry: 'staj-iptali' } }],
      ['a form that was sent', { value: DATES }],
      ['no text', {}],
      ['an edited message', { type: 'messageUpdate', text: 'bir', channelData: { eventType: 'editMessage' } }],
      ['an installation', { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] }],
      ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
      ['a removal', { type: 'installationUpdate', action: 'remove' }],
      ['a deleted message', { type: 'messageDelete' }],
    ])('gets for %s what another gets posted', async (_name, rest) => {
      await say({
        ...rest,
        conversation: { id: 'a:one', conversationType: 'personal', ...('conversation' in rest ? rest.conversation : {}) },
      });
      const posted = channel.sent.splice(0);
      const other = startServer(fakeBot());
      const response = await post(other, activity(channel.serviceUrl, { ...rest, deliveryMode: 'expectReplies' }));
      await other.close();
      const shown = (sent: { text?: string; summary?: string; attachments?: unknown[] }) => [
        sent.text,
        sent.summary,
        sent.attachments?.length ?? 0,
      ];
      expect(response.json().activities.map(shown)).toEqual(posted.map(shown));
      expect(channel.sent).toEqual([]);
    });
  });

  describe('a body the SDK would choke on is refused with a reason', () => {
    const nested = `${'['.repeat(90_000)}${']'.repeat(90_000)}`;
    test.each([
      ['bad JSON', '{"type":', 400],
      ['an empty body', '', 400],
      ['null', 'null', 400],
      ['a list', '[]', 400],
      ['a string', '"message"', 400],
      ['no type', activity('http://127.0.0.1', { type: undefined }), 400],
      ['a type that is no string', activity('http://127.0.0.1', { type: {} }), 400],
      ['no serviceUrl', activity('', {}), 400],
      ['no conversation', activity('http://127.0.0.1', { conversation: undefined }), 400],
      ['a conversation id that is no string', activity('http://127.0.0.1', { conversation: { id: 7 } }), 400],
      ['a conversation id with a line break', activity('http://127.0.0.1', { conversation: { id: 'a\r\nb' } }), 400],
      ['an endless conversation id', activity('http://127.0.0.1', { conversation: { id: 'a'.repeat(1001) } }), 400],
      ['no sender', activity('http://127.0.0.1', { from: null }), 400],
      ['a text that is no string', activity('http://127.0.0.1', { text: ['a'] }), 400],
      ['entities that are no list', activity('http://127.0.0.1', { entities: 'x' }), 400],
      ['members that are no objects', activity('http://127.0.0.1', { membersAdded: [null] }), 400],
      ['a key that reaches for the prototype', '{"type":"message","__proto__":{"a":1}}', 400],
      ['deep nesting', `{"type":"message","value":${nested}}`, 400],
      ['more than 256 kB', activity('http://127.0.0.1', { text: 'a'.repeat(256 * 1024) }), 413],
    ])('%s', async (_name, body, status) => {
      const response = await post(server, body);
      expect(response.statusCode).toBe(status);
      expect(Object.keys(response.json())).toEqual(['error']);
      expect(response.body).not.toMatch(/\bat .*:\d+|node_modules/);
    });

    test('text/plain and forms are not JSON', async () => {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
        expect((await post(server, '{}', { headers: { 'content-type': type } })).statusCode).toBe(415);
      }
    });
  });

  describe('without credentials', () => {
    test.each(['10.0.0.7', '192.168.1.2', '::ffff:10.0.0.7', '2001:db8::1'])('a caller at %s is refused', async (remoteAddress) => {
      expect((await post(server, activity(channel.serviceUrl, { text: 'iptal' }), { remoteAddress })).statusCode).toBe(403);
      expect(channel.sent).toEqual([]);
    });

    test.each(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'])('a caller at %s is served', async (remoteAddress) => {
      expect((await post(server, activity(channel.serviceUrl, { text: 'iptal' }), { remoteAddress })).statusCode).toBe(200);
    });

    test.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])(
      'a caller behind a proxy (%s) is refused, whatever the header says',
      async (name) => {
        expect((await post(server, activity(channel.serviceUrl), { headers: { [name]: '127.0.0.1' } })).statusCode).toBe(403);
      },
    );

    test.each([
      'http://169.254.169.254/latest',
      'http://example.com',
      'https://smba.trafficmanager.net/emea',
      'http://127.0.0.1.example.com',
      'http://127.0.0.1@example.com',
      'http://localhost:x',
      'file:///etc/passwd',
      'nonsense',
    ])('no reply goes to %s', async (serviceUrl) => {
      expect((await post(server, activity(serviceUrl, { text: 'iptal' }))).statusCode).toBe(403);
      expect(bot.heard).toEqual([]);
    });
  });

  describe('a channel that does not take the reply', () => {
    let logged: jest.SpyInstance;
    beforeEach(() => {
      logged = jest.spyOn(console, 'error').mockImplementation();
    });
    afterEach(() => logged.mockRestore());

    test('costs little where nobody listens, and neither answer nor log says where', async () => {
      const port = await freePort();
      const started = Date.now();
      const response = await post(server, activity(`http://127.0.0.1:${port}`, { text: 'iptal' }));
      expect(Date.now() - started).toBeLessThan(3000);
      expect(response.statusCode).toBe(502);
      expect(response.body).not.toMatch(/127\.0\.0\.1|ECONN/);
      expect(response.body).not.toContain(String(port));
      expect(logged.mock.calls.join()).toContain('could not be delivered');
      expect(logged.mock.calls.join()).not.toMatch(/iptal|Deniz|a:conversation/);
    });

    test('is not waited for longer than a few seconds, nor written to twice', async () => {
      const silent = await startConnector(() => undefined);
      const dripping = await startConnector((response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{'));
      const started = Date.now();
      const responses = await Promise.all(
        [silent, dripping].map(({ serviceUrl }, index) =>
          post(server, activity(serviceUrl, { text: 'iptal', conversation: { id: `a:${index}` } })),
        ),
      );
      expect(Date.now() - started).toBeLessThan(6000);
      expect(responses.map(({ statusCode }) => statusCode)).toEqual([502, 502]);
      expect([silent.sent.length, dripping.sent.length]).toEqual([1, 1]);
    }, 10_000);

    test('gets a second try when it is busy', async () => {
      const busy = await startConnector((response, count) =>
        response.writeHead(count === 1 ? 503 : 200, { 'content-type': 'application/json' }).end('{}'),
      );
      expect((await post(server, activity(busy.serviceUrl, { text: 'iptal' }))).statusCode).toBe(200);
      expect(busy.sent).toHaveLength(2);
    });

    test('cannot send the bot elsewhere', async () => {
      const elsewhere = await startConnector();
      const redirecting = await startConnector((response) => response.writeHead(307, { location: elsewhere.serviceUrl }).end());
      await post(server, activity(redirecting.serviceUrl, { text: 'iptal' }));
      expect(elsewhere.sent).toEqual([]);
    });

    test('does not make the bot forget to welcome', async () => {
      const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] };
      await post(server, activity(`http://127.0.0.1:${await freePort()}`, added));
      await say(added);
      expect(channel.sent).toHaveLength(1);
    });
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
