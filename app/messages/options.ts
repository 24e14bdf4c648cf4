/** One catalogue a language, a file a noun; compiled to one typed function a message, so that a page ships only those it uses. */
export const messages = {
  project: './project.inlang',
  outdir: './app/messages/compiled',
  strategy: ['url', 'baseLocale'] as ('url' | 'baseLocale')[],
  emitPrettierIgnore: false,
};
