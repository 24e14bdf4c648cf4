import path from 'node:path';
import type { Plugin } from 'vite';

const PRIVATE = ['server', 'db', 'emails'];

/**
 * Fails the build when code of server/, db/ or emails/ would reach the browser.
 * React Router strips loaders and actions with what only they import; anything left here was imported by a component.
 */
export function keepServerCodeOut(): Plugin {
  return {
    name: 'tertulia:keep-server-code-out',
    generateBundle(_options, bundle) {
      if (this.environment.name !== 'client') return;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const top = path.relative(process.cwd(), id).split(path.sep)[0] ?? '';
          if (PRIVATE.includes(top))
            this.error(
              `${path.relative(process.cwd(), id)} would be sent to the browser; import it in a loader, an action or a *.server file only.`,
            );
        }
      }
    },
  };
}
