import { createServer } from 'node:http';

/** A channel that takes whatever a bot delivers, in a process of its own so that it costs the client nothing. */

let sent = 0;
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    sent += 1;
    response.writeHead(200, { 'content-type': 'application/json' }).end(`{"id":"sent-${sent}"}`);
  });
});
// Between two rounds nobody delivers: a connection closed just then would fail the next delivery.
server.keepAliveTimeout = 600_000;
server.listen(Number(process.env.PORT), '127.0.0.1');
