import { serve } from '#tests/realtime/serve-notes.ts';
import { answerBench } from './ready.ts';

// The product's sockets, checks and store, in a process of their own.
answerBench();
await serve(JSON.parse(process.argv[2] ?? '{}'));
