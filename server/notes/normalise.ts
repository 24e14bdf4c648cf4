// Pages that only read do this reading too, in the browser: the one reader is in the vocabulary.
export { normalise, normalisePlaced, type Placed } from '#app/model/read-blocks.ts';
