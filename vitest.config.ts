import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      include: ['tests/**/*.test.{ts,tsx}'],
      globalSetup: './tests/support/global-setup.ts',
      // a bound against hanging, generous for slow machines; no test is about time
      testTimeout: 60_000,
      hookTimeout: 60_000,
      // how long a condition may take to come true: a second, the default, is not enough for a page on a busy machine
      expect: { poll: { timeout: 15_000 } },
      maxWorkers: 2,
    },
  }),
);
