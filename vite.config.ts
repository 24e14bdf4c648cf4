import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { messages } from './app/messages/options.ts';
import { compressBuild } from './server/http/compress-build.ts';
import { keepServerCodeOut } from './server/http/keep-server-code-out.ts';

export default defineConfig({
  plugins: [paraglideVitePlugin(messages), !process.env.VITEST && reactRouter(), keepServerCodeOut(), compressBuild()],
  // A small file inlined as a data: address would be refused by our own Content-Security-Policy.
  build: { target: 'es2023', assetsInlineLimit: 0 },
  // All server code (pages, sockets, jobs, mails) is one graph, so that no module is loaded twice.
  environments: { ssr: { build: { sourcemap: true, rolldownOptions: { input: './server/index.ts' } } } },
});
