// Run in a process of its own by read-apart.ts: answers what was read of a document.
import { answerDocument } from './answer-document.ts';

await answerDocument((read) => read);
