import { expect, test } from 'vitest';
import { readPicture } from '#server/groups/style/read-picture.ts';

/** Time of the processor, which other programs do not stretch, in milliseconds. */
function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const WHOLE = 400_000;
const times = (text: string) => text.repeat(Math.ceil(WHOLE / text.length)).slice(0, WHOLE);
const drawing = (inside: string, head = '') => `${head}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50">${inside}</svg>`;

test.each([
  ['comments before a text', `${'<!---->'.repeat(40)}x`],
  ['comments before a drawing', drawing('', '<!-- a -->'.repeat(30_000))],
  ['comments without an end', times('<!--')],
  ['comments that end again', `<!--${times('-->')}`],
  ['a declaration without an end', `<?xml ${times('?')}`],
  ['spaces', times(' ')],
  ['spaces before a place', drawing(`<path fill="url(${times(' ')}#a)"/>`)],
  ['spaces in a style', drawing(`<style>a{fill:url(${times(' ')}#a)}</style>`)],
  ['places', drawing(`<path fill="${times('url(#')}"/>`)],
  ['elements', drawing(times('<g/>'))],
  ['elements in one another', drawing(times('<g>'))],
  ['attributes', drawing(`<g ${times('a="" ')}/>`)],
  ['a size of spaces and commas', `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0${times(' , ')}"></svg>`],
  ['a doctype', `<!DOCTYPE ${times('[')}`],
])('a picture of %s keeps nobody waiting', (_what, text) => {
  expect(spent(() => void readPicture(Buffer.from(text)))).toBeLessThan(1500);
});
