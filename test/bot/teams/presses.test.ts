import type { FastifyInstance } from 'fastify';
import { activity, type Connector, closeConnectors, post, startConnector, startServer } from './connector.js';
import { fakeBot, PHRASES } from './fake-bot.js';

const DATES = { 'facts.internship1.from': '2020-08-03', 'facts.internship1.to': '2020-08-28' };

describe('a card that is pressed', () => {
  let channel: Connector;
  let bot: ReturnType<typeof fakeBot>;
  let server: FastifyInstance;
  const say = (rest: object) => post(server, activity(channel.serviceUrl, rest));
  /** What Teams sends for Action.Execute: an invoke, answered by the card that takes the place of the pressed one. */
  const execute = (data: object, rest: object = {}) =>
    say({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'sent-1',
      value: { action: { type: 'Action.Execute', verb: 'press', data } },
      ...rest,
    });
  /** What a client without Action.Execute sends: a message without text. */
  const submit = (data: object, rest: object = {}) => say({ value: data, replyToId: 'sent-1', ...rest });
  /** The form of the card sent last. */
  const formOf = (at = -1): string => /"form":"([^"]+)"/.exec(JSON.stringify(channel.sent.at(at)))?.[1] ?? '';

  beforeEach(async () => {
    channel = await startConnector();
    bot = fakeBot();
    server = startServer(bot);
    await say({ text: 'tarih' });
  });
  afterEach(async () => {
    await server.close();
    await closeConnectors();
  });

  describe('by a client that knows Action.Execute', () => {
    test('gets the result as the card in its place, and the message is replaced for everybody', async () => {
      const response = await execute({ form: formOf(), ...DATES });
      expect(response.statusCode).toBe(200);
      expect(response.json()).toMatchObject({
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: { type: 'AdaptiveCard' },
      });
      expect(JSON.stringify(response.json().value)).toContain('Karar.');
      expect(bot.heard.at(-1)).toEqual({ facts: { 'internship1.from': '2020-08-03', 'internship1.to': '2020-08-28' } });
      expect(channel.sent.at(-1)).toMatchObject({
        method: 'PUT',
        path: '/v3/conversations/a%3Aconversation/activities/sent-1',
        text: 'Karar.',
      });
    });

    test('with a choice sends the fact of that choice', async () => {
      await execute({ form: formOf(), facts: { 'internship1.stage': 'unknown' } });
      expect(bot.heard.at(-1)).toEqual({ facts: { 'internship1.stage': 'unknown' } });
    });

    test('is taken once: the second time the case is shown as it stands, and nothing changes', async () => {
      const form = formOf();
      await execute({ form, ...DATES });
      const again = await execute({ form, 'facts.internship1.from': '2020-09-01' });
      expect(JSON.stringify(again.json().value)).toContain(PHRASES.formUsed);
      expect(JSON.stringify(again.json().value)).toContain('2020-08-03');
      expect(JSON.stringify(again.json().value)).not.toContain('2020-09-01');
    });

    test('and delivered twice is answered twice with the same', async () => {
      const data = { form: formOf(), ...DATES };
      const [one, two] = [await execute(data, { id: 'same' }), await execute(data, { id: 'same' })];
      const shown = (json: object) => JSON.stringify(json).replace(/"form":"[^"]+"/g, '');
      expect(shown(two.json())).toBe(shown(one.json()));
    });

    test('whose message is gone gets its result all the same', async () => {
      const logged = jest.spyOn(console, 'error').mockImplementation();
      const deleted = await startConnector((response) => response.writeHead(404, { 'content-type': 'application/json' }).end('{}'));
      const response = await execute({ form: formOf(), ...DATES }, { serviceUrl: deleted.serviceUrl });
      expect(JSON.stringify(response.json().value)).toContain('Karar.');
      expect(logged.mock.calls.join()).toContain('could not be replaced');
      logged.mockRestore();
    });

    test('in a group by somebody else answers that person alone: the message of the one who asked stays', async () => {
      const group = { conversation: { id: '19:t', conversationType: 'channel', isGroup: true } };
      await say({ text: 'tarih', ...group });
      const [form, replyToId] = [formOf(), `sent-${channel.sent.length}`];
      const others = await execute({ form, ...DATES }, { ...group, replyToId, from: { id: '29:other' } });
      expect(JSON.stringify(others.json().value)).toContain('Karar.');
      expect(channel.sent.filter(({ method }) => method === 'PUT')).toEqual([]);
      await execute({ form, ...DATES }, { ...group, replyToId });
      expect(channel.sent.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    });

    test('that nobody knows gets the short phrase', async () => {
      const response = await execute({ nonsense: true });
      expect(response.statusCode).toBe(200);
      expect(JSON.stringify(response.json().value)).toContain(PHRASES.noText);
    });
  });

  describe('by a client that does not', () => {
    test('gets the result as a message, and the form is put away', async () => {
      await submit({ form: formOf(), ...DATES });
      expect(channel.sent.slice(1)).toMatchObject([
        { method: 'POST', text: 'Karar.' },
        { method: 'PUT', path: '/v3/conversations/a%3Aconversation/activities/sent-1', summary: PHRASES.formSent },
      ]);
    });

    test('is taken once there too', async () => {
      const form = formOf();
      await submit({ form, ...DATES });
      await submit({ form, 'facts.internship1.from': '2020-09-01' });
      const again = channel.sent.filter(({ method }) => method === 'POST').at(-1);
      expect(again?.text).toContain(PHRASES.formUsed);
      expect(JSON.stringify(again)).not.toContain('2020-09-01');
    });

    test('a topic leaves the card where it is, to be pressed again', async () => {
      await submit({ entry: 'staj-iptali' });
      await submit({ entry: 'staj-iptali' });
      expect(channel.sent.slice(1).map(({ method, text }) => [method, text])).toEqual([
        ['POST', 'Önce işverenle görüşün. [1]'],
        ['POST', 'Önce işverenle görüşün. [1]'],
      ]);
    });
  });

  describe('to correct what was understood', () => {
    beforeEach(async () => {
      await execute({ form: formOf(), ...DATES });
    });

    test('turns into a form that holds what was understood', async () => {
      const { value } = (await execute({ correct: true })).json();
      expect(value.body.filter(({ type }: { type: string }) => type === 'Input.Date')).toMatchObject([
        { id: 'facts.internship1.from', value: '2020-08-03' },
        { id: 'facts.internship1.to', value: '2020-08-28' },
      ]);
    });

    test('says only what was changed', async () => {
      const { value } = (await execute({ correct: true })).json();
      const { data } = value.body.flatMap(({ actions = [] }) => actions)[0];
      await execute({ ...data, ...DATES, 'facts.internship1.to': '2020-08-21' });
      expect(bot.heard.at(-1)).toEqual({ facts: { 'internship1.to': '2020-08-21' } });
    });

    test('can be left again, and the case stands as before', async () => {
      const { value } = (await execute({ correct: true })).json();
      const cancel = value.body.flatMap(({ actions = [] }) => actions)[1];
      const back = await execute(cancel.data);
      expect(cancel.title).toBe(PHRASES.cancel);
      expect(JSON.stringify(back.json().value)).toContain('2020-08-28');
    });

    test('works by message as well', async () => {
      await submit({ correct: true });
      expect(JSON.stringify(channel.sent.at(-1)?.attachments)).toContain('"value":"2020-08-28"');
    });
  });
});
