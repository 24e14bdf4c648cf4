import { useEffect, useRef } from 'react';
import type { PollDesk } from '#app/live-polls/use-polls.ts';
import type { Room, Supports } from './room.ts';

/** Hands the supports of proposals to the editors, which draw them; anew only when one changed. */
export function useSupports(room: Room | null, counts: Supports['counts'], desk: PollDesk): void {
  const latest = useRef(desk);
  latest.current = desk;
  const said = JSON.stringify({ counts, mine: desk.own.supports });
  useEffect(() => {
    const { counts, mine } = JSON.parse(said) as Pick<Supports, 'counts' | 'mine'>;
    room?.supports.set({
      counts,
      mine,
      put(blockId, supports) {
        const form = new FormData();
        for (const [name, value] of Object.entries({ intent: 'support', block: blockId, on: supports ? 'yes' : 'no' }))
          form.set(name, value);
        void latest.current.send(form);
      },
    });
  }, [room, said]);
}
