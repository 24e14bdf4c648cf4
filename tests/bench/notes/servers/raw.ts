import { answerBench, ready } from './ready.ts';
import { startRelay } from './relay.ts';

const { window = 0 } = JSON.parse(process.argv[2] ?? '{}') as { window?: number };
answerBench();
ready(await startRelay(window));
