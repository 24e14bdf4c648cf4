import { z } from 'zod';

/** The settings of the product; README.md tells what each is for. Nothing else reads process.env. */
export interface Env {
  port: number;
  host: string;
  /** Origin under which people reach the product, without a trailing slash: links in mails and feeds start with it. */
  appUrl: string;
  dataDir: string;
  /** undefined: the embedded database. */
  databaseUrl: string | undefined;
  /** undefined: the demo's own mail server. */
  smtpUrl: string | undefined;
  sessionSecret: string | undefined;
  logLevel: 'error' | 'info' | 'debug';
  /** Embedded database and demo network: on unless both DATABASE_URL and SMTP_URL are set. */
  demo: boolean;
}

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  APP_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  SESSION_SECRET: z.string().min(32).optional(),
  LOG_LEVEL: z.enum(['error', 'info', 'debug']).default('info'),
});

/** Reads and checks all settings. Throws one error that lists every fault with its remedy. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const result = schema.safeParse(source);
  if (!result.success) throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  const env = result.data;
  return {
    port: env.PORT,
    host: env.HOST,
    appUrl: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    smtpUrl: env.SMTP_URL,
    sessionSecret: env.SESSION_SECRET,
    logLevel: env.LOG_LEVEL,
    demo: !(env.DATABASE_URL && env.SMTP_URL),
  };
}
