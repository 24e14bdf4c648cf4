import { useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { CheckKind } from '#app/model/check-ins.ts';
import { Camera } from './camera.tsx';
import type { DoorFacts, DoorView } from './door-engine.ts';
import { DoorStatus, RefusedChecks } from './door-status.tsx';
import { FindPerson } from './find-person.tsx';
import { insideNow } from './inside-now.ts';
import { useDoor } from './use-door.ts';
import { VerdictCard } from './verdict-card.tsx';
import { WalkInForm } from './walk-in-form.tsx';
import './door.css';

export interface DoorPageProps extends DoorFacts {
  editionName: string;
  /** The session that it leads to; null: the entrance. */
  place: string | null;
  countsOut: boolean;
}

/** A door on the phone of whoever keeps it. */
export function DoorPage({ editionName, place, countsOut, ...facts }: DoorPageProps) {
  const door = useDoor(facts);
  const [kind, setKind] = useState<CheckKind>('in');
  return (
    <main className="dr" id="contenu">
      <header className="dr-head">
        <p>{editionName}</p>
        <h1>{facts.name}</h1>
        <p>{place ?? m.check_ins_entrance()}</p>
      </header>
      {door?.view.ready ? (
        <>
          <DoorStatus view={door.view} kept={door.kept} />
          {countsOut ? <Direction kind={kind} onChange={setKind} /> : null}
          <VerdictCard
            {...{ verdict: door.view.verdict, turn: door.view.turn, timeZone: facts.timeZone, undoable: door.view.last?.name ?? null }}
            onUndo={() => void door.engine.undo()}
            onLetIn={(person) => void door.engine.check(person, kind, true)}
          />
          <Camera
            onRead={(text) => {
              navigator.vibrate?.(60);
              void door.engine.scan(text, kind);
            }}
          />
          <FindPerson
            people={door.view.door.list?.people ?? []}
            onCode={(text) => void door.engine.scan(text, kind)}
            onPerson={(person) => void door.engine.check(person, kind, false)}
          />
          <WalkInForm full={isFull(door.view)} onWalkIn={(person) => void door.engine.walkIn(person)} />
          <RefusedChecks view={door.view} onDismiss={() => void door.engine.dismissRefused()} />
        </>
      ) : (
        <p className="dr-opening">{m.check_ins_opening()}</p>
      )}
      <noscript>
        <p className="dr-full">{m.check_ins_needs_script()}</p>
      </noscript>
    </main>
  );
}

function isFull(view: DoorView): boolean {
  const { counts } = view.door;
  return counts !== null && counts.capacity !== null && insideNow(view) >= counts.capacity;
}

function Direction({ kind, onChange }: { kind: CheckKind; onChange: (kind: CheckKind) => void }) {
  return (
    <fieldset className="dr-way">
      <legend className="vh">{m.check_ins_direction()}</legend>
      {(['in', 'out'] as const).map((each) => (
        <label key={each}>
          <input type="radio" name="direction" checked={kind === each} onChange={() => onChange(each)} />
          <span>{each === 'in' ? m.check_ins_in() : m.check_ins_out()}</span>
        </label>
      ))}
    </fieldset>
  );
}
