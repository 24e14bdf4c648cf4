import { Load } from './load.ts';
import { answerCalls } from './remote.ts';

answerCalls(new Load());
process.stdout.write('READY people\n');
