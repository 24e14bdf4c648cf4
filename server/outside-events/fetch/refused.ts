import type { OutsideCalendarFault } from '#app/model/outside-calendars.ts';

export class FetchRefused extends Error {
  readonly fault: OutsideCalendarFault;
  readonly status: number | null;
  constructor(fault: OutsideCalendarFault, status: number | null = null) {
    super(`${fault}${status === null ? '' : ` ${status}`}`);
    this.fault = fault;
    this.status = status;
  }
}

// OpenSSL's and Node's words for a certificate, or a handshake, that is not to be trusted
const CERTIFICATE =
  /^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|CRL_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|INVALID_(CA|PURPOSE)|PATH_LENGTH|HOSTNAME_MISMATCH|EPROTO)|CERTIFICATE/;

/**
 * Why a fetch failed, out of what Node throws. Whatever has a code is a fault of the network or of the other side: resolvers,
 * TLS and HTTP have more of them than a list would hold. What has none, or is a TypeError or the like, is a bug and thrown again.
 */
export function faultOf(error: unknown, signal: AbortSignal): { fault: OutsideCalendarFault; status: number | null } {
  if (error instanceof FetchRefused) return { fault: error.fault, status: error.status };
  if (signal.aborted) return { fault: 'timeout', status: null };
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof RangeError) throw error;
  // the filtering agent's word, the only mark that its errors have
  if (/^DNS lookup .* is not allowed/.test(error.message)) return { fault: 'address', status: null };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === '') throw error;
  if (CERTIFICATE.test(code)) return { fault: 'certificate', status: null };
  return { fault: code.startsWith('Z_') ? 'damaged' : 'unreachable', status: null };
}
