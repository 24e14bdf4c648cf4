import { createRequire } from 'node:module';

// The native parts are named directly: their wrapper also names parts for platforms that the registry does not have in this
// version, and `npm ci` refuses a lockfile without them.
const NATIVE = ['@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu', '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl'];

/** Typst's native compiler (its `NodeCompiler` and the rest); null where it is not installed for this platform. */
export function loadTypst() {
  const require = createRequire(import.meta.url);
  for (const name of NATIVE) {
    try {
      return require(name);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  return null;
}
