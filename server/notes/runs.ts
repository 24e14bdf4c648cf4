export { appendText, plainText, runsOf } from '#app/model/note-runs.ts';
