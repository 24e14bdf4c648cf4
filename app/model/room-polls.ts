// small letters and digits that nobody takes for another: no 0 and o, no 1, i and l
const SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
export const ROOM_CODE_LENGTH = 8;
const CODE = new RegExp(`^[${SIGNS}]{${ROOM_CODE_LENGTH}}$`);

/** The code of a room's votes out of random bytes, 31 signs to the power of 8: a stranger who tries all their life finds none. */
export function roomCodeOf(random: Uint8Array): string {
  return Array.from(random.subarray(0, ROOM_CODE_LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
}

/** What somebody typed or followed: « 7k3m q2xp », « 7K3M-Q2XP »; null: no code. */
export function parseRoomCode(text: string): string | null {
  const plain = text.toLowerCase().replace(/[\s-]/g, '');
  return CODE.test(plain) ? plain : null;
}

/** As people read it aloud: « 7k3m q2xp ». */
export function roomCodeInWords(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/**
 * What a room is at: nothing asked yet; a question is open; the latest is closed, with its result; or the meeting is over.
 */
export type RoomMoment = 'before' | 'open' | 'result' | 'over';

export interface RoomPoll {
  id: string;
  question: string;
  closed: boolean;
  /** `votes` null: not told while people vote. */
  options: { id: string; label: string; votes: number | null }[];
  count: number;
}

export interface RoomState {
  title: string;
  moment: RoomMoment;
  poll: RoomPoll | null;
}
