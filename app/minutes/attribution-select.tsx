import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { ATTRIBUTION_LEVELS, type AttributionLevel } from '#app/model/minutes-content.ts';
import { levelField } from './attribution-form.ts';

const LEVELS = {
  name: m.attributions_name,
  organisation: m.attributions_organisation,
  none: m.attributions_none,
  internal: m.attributions_internal,
};

export function levelWord(level: AttributionLevel): string {
  return LEVELS[level]();
}

interface LevelSelectProps {
  blockId: string;
  /** What it is for, said to those who do not see it beside its statement. */
  label: string;
  /** Without a choice of its own, in words: « Comme l’intervention (Par nom) ». */
  otherwise: string;
  value: AttributionLevel | null;
  /** What another organiser kept meanwhile; undefined: nobody did. */
  meanwhile: AttributionLevel | null | undefined;
}

/** How one statement is attributed in the public edition. */
export function LevelSelect({ blockId, label, otherwise, value, meanwhile }: LevelSelectProps): ReactNode {
  const id = `l-${blockId}`;
  return (
    <div className="at-level">
      <select
        id={id}
        name={levelField(blockId)}
        className={value ? 'at-select at-select--own' : 'at-select'}
        defaultValue={value ?? ''}
        aria-label={label}
        aria-describedby={meanwhile === undefined ? undefined : `${id}-m`}
      >
        <option value="">{otherwise}</option>
        {ATTRIBUTION_LEVELS.map((level) => (
          <option key={level} value={level}>
            {levelWord(level)}
          </option>
        ))}
      </select>
      {meanwhile === undefined ? null : (
        <p className="err" id={`${id}-m`}>
          {m.attributions_meanwhile_here({ level: meanwhile ? levelWord(meanwhile) : otherwise })}
        </p>
      )}
    </div>
  );
}
