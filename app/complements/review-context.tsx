import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import type { ReviewDraft } from '#app/model/review-screen.ts';
import type { Refusal } from './refusal-words.ts';

interface Review {
  slug: string;
  zone: string;
  draft: ReviewDraft;
  /** Whether anything is decided now, and decisions are undone. */
  can: { decide: boolean; reopen: boolean };
  /** The open proposal; null: none is. */
  at: string | null;
  open(id: string): void;
  /** The form of the open proposal that is unfolded from the start. */
  ask: string | null;
  /** What was refused just now, with what was typed. */
  refusal: Refusal | null;
  /** What is being typed, by field, so that it outlives the folding of its card. */
  typed: Map<string, string>;
}

const Context = createContext<Review | null>(null);

type Given = Omit<Review, 'at' | 'open' | 'typed'> & { at: string | null; children: ReactNode };

/** What all parts of the screen share. `at`: the open proposal when the page comes; which one is open then changes without the server. */
export function ReviewProvider({ at: first, children, ...given }: Given) {
  const [{ from, at }, setAt] = useState({ from: first, at: first });
  const typed = useRef(new Map<string, string>());
  const current = from === first ? at : first;
  const open = (id: string) => setAt({ from: first, at: id });
  return <Context value={{ ...given, at: current, open, typed: typed.current }}>{children}</Context>;
}

export function useReview(): Review {
  const review = useContext(Context);
  if (!review) throw new Error('There is no review around this.');
  return review;
}
