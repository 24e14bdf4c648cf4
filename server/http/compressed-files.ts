import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  // browsers ask for Brotli over HTTPS only; networks inside a building often have none
  { name: 'gzip', suffix: '.gz' },
];

/** Leads a request for a file of the build to its compressed copy (compress-build.ts), where the browser takes it (RFC 9110, 12.5.3). */
export function preferCompressed(folder: string): RequestHandler {
  const copies = new Set(existsSync(folder) ? readdirSync(folder) : []);
  return (request, response, next) => {
    const name = request.path.slice(1);
    const offered = ENCODINGS.filter(({ suffix }) => copies.has(name + suffix));
    if (offered.length === 0) return next();
    response.vary('Accept-Encoding');
    const accepted = request.acceptsEncodings(offered.map((encoding) => encoding.name));
    const chosen = offered.find((encoding) => encoding.name === accepted);
    if (chosen) {
      response.setHeader('Content-Encoding', chosen.name);
      // send keeps a type that is set, and would otherwise name that of the copy
      response.type(path.extname(name));
      request.url = `/${name}${chosen.suffix}`;
    }
    next();
  };
}
