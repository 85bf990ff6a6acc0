import { type Activity, ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import fastify from 'fastify';

/** The least a bot of the Bot Framework can be: one constant message for each. What botbuilder alone costs. */

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity({ type: 'message', text: 'x'.repeat(Number(process.env.BYTES)) });
  await next();
});

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = fastify();
server.post('/api/messages', async (request, reply) => {
  reply.hijack();
  const { raw } = reply;
  // The response as botbuilder knows it from restify.
  const response = {
    socket: raw.socket,
    header: (name: string, value: unknown) => raw.setHeader(name, String(value)),
    status: (code: number) => {
      raw.statusCode = code;
    },
    send: (body: unknown) => {
      raw.setHeader('content-type', 'application/json');
      raw.write(JSON.stringify(body));
    },
    end: () => raw.end(),
  };
  const { headers, method, body } = request;
  await adapter.process({ headers, method, body: body as Activity & Record<string, unknown> }, response, (context) => bot.run(context));
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
