import { createRequire } from 'node:module';

// The native parts are named directly: their wrapper also names parts for platforms that the registry does not have in this
// version, and `npm ci` refuses a lockfile without them.
const NATIVE = ['@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu', '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl'];

/** What is used of Typst's native compiler. */
export interface Typst {
  NodeCompiler: { create(options: { workspace: string; fontArgs: { fontPaths: string[] }[] }): TypstCompiler };
}

export interface TypstCompiler {
  /** Stands in for a file of the workspace; the path is absolute. */
  mapShadow(path: string, content: Buffer): void;
  compile(options: { mainFilePath: string }): TypstResult;
  /** Throws when the standard forbids what is in the document. */
  pdf(document: TypstPages, options: { pdfStandard: 'ua-1'; creationTimestamp: number }): Buffer;
  fetchDiagnostics(error: TypstError): TypstDiagnostic[];
}

export interface TypstPages {
  numOfPages: number;
}

/** Opaque; `fetchDiagnostics` reads it. */
export interface TypstError {
  kind: string;
}

export interface TypstDiagnostic {
  message: string;
}

interface TypstResult {
  result: TypstPages | null;
  takeDiagnostics(): TypstError | null;
}

/** Typst's native compiler; null where it is not installed for this platform. */
export function loadTypst(): Typst | null {
  const require = createRequire(import.meta.url);
  for (const name of NATIVE) {
    try {
      return require(name) as Typst;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    }
  }
  return null;
}
