// Loaded before everything else: makes a machine for which Typst has no native part.
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!specifier.includes('typst-ts-node-compiler')) return nextResolve(specifier, context);
    throw Object.assign(new Error(`Cannot find module '${specifier}'`), { code: 'MODULE_NOT_FOUND' });
  },
});
