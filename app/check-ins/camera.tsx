import { useEffect, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { openReader } from './open-reader.ts';

const LOOK_MS = 150;
/** The same badge is not read again while it stays before the camera. */
const SAME_MS = 4000;

type CameraState = 'off' | 'opening' | 'on' | 'refused' | 'missing';

/** Reads badges by the camera, from the moment somebody asks for it until they end it. */
export function Camera({ onRead }: { onRead: (text: string) => void }) {
  const [state, setState] = useState<CameraState>('off');
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onRead);
  told.current = onRead;
  const wanted = state === 'opening' || state === 'on';
  useEffect(() => {
    if (!wanted) return;
    const ended = new AbortController();
    void look(video.current, (text) => told.current(text), ended.signal, setState);
    return () => ended.abort();
  }, [wanted]);
  return (
    <div className="dr-cam">
      <video ref={video} hidden={state !== 'on'} playsInline muted aria-label={m.check_ins_camera_view()} />
      {state === 'refused' ? <p className="dr-full">{m.check_ins_camera_refused()}</p> : null}
      {state === 'missing' ? <p className="dr-full">{m.check_ins_camera_missing()}</p> : null}
      <button
        type="button"
        className={`btn btn--wide ${wanted ? 'btn--line' : 'btn--lg'}`}
        onClick={() => setState(wanted ? 'off' : 'opening')}
      >
        <Icon name="video-camera" />
        {wanted ? m.check_ins_camera_stop() : m.check_ins_camera_start()}
      </button>
    </div>
  );
}

async function look(
  video: HTMLVideoElement | null,
  onRead: (text: string) => void,
  ended: AbortSignal,
  say: (state: CameraState) => void,
): Promise<void> {
  let stream: MediaStream | null = null;
  try {
    const reader = await openReader();
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (!video || ended.aborted) return;
    video.srcObject = stream;
    await video.play();
    say('on');
    let last = { text: '', at: 0 };
    while (!ended.aborted) {
      const text = await reader(video);
      const now = performance.now();
      if (text && (text !== last.text || now - last.at > SAME_MS)) onRead(text);
      if (text) last = { text, at: now };
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  } catch (error) {
    if (!ended.aborted) say(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'missing');
  } finally {
    for (const track of stream?.getTracks() ?? []) track.stop();
  }
}
