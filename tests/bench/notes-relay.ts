import { WebSocketServer } from 'ws';

// The least that any server does: no check, no store; whatever arrives goes to everybody, gathered for as long as the product gathers it.
const windowMs = Number(process.argv[2]);
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
let gathered: Buffer[] = [];
server.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    gathered.push(data);
    if (gathered.length > 1) return;
    setTimeout(() => {
      const frame = Buffer.concat(gathered);
      gathered = [];
      for (const client of server.clients) client.send(frame);
    }, windowMs);
  });
});
server.on('listening', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 });
});
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
