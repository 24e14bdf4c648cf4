// What writing needs and reading does not, in one chunk of its own (Tiptap, ProseMirror): whoever only reads never loads it.
export { redrawMargin } from './editor/margin.ts';
export { createSectionEditor } from './editor/section-editor.ts';
export { sectionCommands } from './section-commands.ts';
