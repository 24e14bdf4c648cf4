import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(js|css|svg)$/;
/** Below this a packet is a packet. */
const WORTH_BYTES = 1024;

/** Puts a Brotli and a gzip copy beside each text file of the browser's build, made once and as small as they get. */
export function compressBuild(): Plugin {
  return {
    name: 'tertulia:compress-build',
    writeBundle({ dir = '' }, bundle) {
      if (this.environment.name !== 'client') return;
      for (const name of Object.keys(bundle).filter((file) => TEXT.test(file))) {
        const file = path.join(dir, name);
        const body = readFileSync(file);
        if (body.length < WORTH_BYTES) continue;
        writeFileSync(`${file}.br`, brotliCompressSync(body));
        writeFileSync(`${file}.gz`, gzipSync(body, { level: 9 }));
      }
    },
  };
}
