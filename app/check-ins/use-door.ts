import { useEffect, useState, useSyncExternalStore } from 'react';
import { createDoorEngine, type DoorEngine, type DoorFacts, type DoorView } from './door-engine.ts';
import { keepPage } from './keep-page.ts';
import { readerFiles } from './open-reader.ts';

/** A door on this phone; null until the page's script runs. `kept`: opens without a network from now on. */
export function useDoor(facts: DoorFacts): { engine: DoorEngine; view: DoorView; kept: boolean } | null {
  const [engine, setEngine] = useState<DoorEngine | null>(null);
  const [kept, setKept] = useState(false);
  const { token, name, editionSlug, timeZone, startsOn, endsOn } = facts;
  useEffect(() => {
    const made = createDoorEngine({ token, name, editionSlug, timeZone, startsOn, endsOn });
    setEngine(made);
    const stop = made.start();
    // what the camera will need comes along, so that it reads without a network too
    void readerFiles()
      .catch(() => [])
      .then(keepPage)
      .then(setKept);
    return stop;
  }, [token, name, editionSlug, timeZone, startsOn, endsOn]);
  const view = useSyncExternalStore(
    (listener) => engine?.view.watch(listener) ?? (() => {}),
    () => engine?.view.get() ?? null,
    () => null,
  );
  return engine && view ? { engine, view, kept } : null;
}
