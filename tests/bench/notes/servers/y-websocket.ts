import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { answerBench, ready } from './ready.ts';

// @y/websocket-server; its store (LevelDB) is chosen by an environment variable, when its module loads.
const { folder } = JSON.parse(process.argv[2] ?? '{}') as { folder?: string };
if (folder) process.env.YPERSISTENCE = folder;
answerBench();
const { setupWSConnection } = await import('@y/websocket-server/utils');
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket, request) => setupWSConnection(socket, request));
http.listen(0, '127.0.0.1', () => ready((http.address() as AddressInfo).port));
