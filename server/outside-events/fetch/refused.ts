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

/** Why a fetch failed, out of what Node throws; what is no fault of a network is thrown again. */
export function faultOf(error: unknown, signal: AbortSignal): { fault: OutsideCalendarFault; status: number | null } {
  if (error instanceof FetchRefused) return { fault: error.fault, status: error.status };
  if (signal.aborted) return { fault: 'timeout', status: null };
  if (!(error instanceof Error)) throw error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // the filtering agent's word, the only mark that its errors have
  if (/^DNS lookup .* is not allowed/.test(error.message)) return { fault: 'address', status: null };
  if (/^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/.test(code))
    return { fault: 'certificate', status: null };
  if (/^(E[A-Z]+|HPE_[A-Z_]+|ERR_STREAM_PREMATURE_CLOSE)$/.test(code)) return { fault: 'unreachable', status: null };
  if (code.startsWith('Z_')) return { fault: 'damaged', status: null };
  throw error;
}
