import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from './vite.config.ts';

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      include: ['tests/**/*.test.{ts,tsx}'],
      globalSetup: './tests/support/global-setup.ts',
      testTimeout: 20_000,
      hookTimeout: 60_000,
      maxWorkers: 2,
    },
  }),
);
