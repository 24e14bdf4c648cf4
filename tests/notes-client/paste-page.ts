import { getSchema } from '@tiptap/core';
import { DOMParser, type Node } from '@tiptap/pm/model';
import { cleanPastedHtml, cleanPastedText } from '#app/notes/editor/paste/clean-html.ts';
import { nodesAndMarks } from '#app/notes/editor/schema.ts';
import type { Participant } from '#app/notes/participant.ts';

// Runs in the browser: what the editor's schema makes of a clipboard, an indented line a node.

const parser = DOMParser.fromSchema(getSchema(nodesAndMarks));

export function pasteHtml(html: string, participants: Participant[]): string[] {
  return outline(cleanPastedHtml(html, participants));
}

export function pasteText(text: string, participants: Participant[]): string[] {
  return outline(cleanPastedText(text, participants));
}

function outline(html: string): string[] {
  const page = document.implementation.createHTMLDocument('');
  page.body.innerHTML = html;
  const lines: string[] = [];
  parser.parse(page.body).forEach((node) => void write(node, 0, lines));
  return lines;
}

function write(node: Node, depth: number, lines: string[]): void {
  const indent = '  '.repeat(depth);
  const { kind, speakerId, start } = node.attrs as Record<string, unknown>;
  if (node.isTextblock) {
    const name = node.type.name === 'heading' ? `h${String(node.attrs.level)}` : String(kind);
    lines.push(`${indent}${name}${typeof speakerId === 'string' ? ` (${speakerId})` : ''}: ${textOf(node)}`);
    return;
  }
  lines.push(`${indent}${node.type.name}${Number(start) > 1 ? ` from ${String(start)}` : ''}`);
  node.forEach((child) => void write(child, depth + 1, lines));
}

/** Formats as in Markdown. */
function textOf(block: Node): string {
  let text = '';
  block.forEach((node) => {
    const marks = node.marks.map(({ type, attrs }) =>
      type.name === 'bold' ? '**' : type.name === 'link' ? `<${String(attrs.href)}>` : '_',
    );
    text += `${marks.join('')}${node.isText ? node.text : ' / '}${marks.toReversed().join('')}`;
  });
  return text.replaceAll('\u00a0', ' ');
}
