import { useRevalidator } from 'react-router';
import { LIVE_TOPICS } from '#app/model/notes-protocol.ts';
import { useLiveTopic } from '#app/ui/use-live-topic.ts';

/** Keeps an open page of a meeting up to date with all that it shows. `null`: a page that is only read, which opens no connection. */
export function useLiveMeeting(meetingId: string | null): void {
  const { revalidate } = useRevalidator();
  useLiveTopic(meetingId, LIVE_TOPICS, () => void revalidate());
}
