import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from './icon.tsx';

interface Common {
  label: ReactNode;
  name: string;
  /** Address of the control for labels and summaries; `f-<name>` unless told (a page with several forms must tell). */
  id?: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Says « (facultatif) » after the label. */
  optional?: boolean;
}

type InputProps = Common & { as?: 'input' } & Omit<InputHTMLAttributes<HTMLInputElement>, 'name' | 'id'>;
type TextareaProps = Common & { as: 'textarea' } & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'name' | 'id'>;
/** Its options are the children. */
type SelectProps = Common & { as: 'select' } & Omit<SelectHTMLAttributes<HTMLSelectElement>, 'name' | 'id'>;
export type FieldProps = InputProps | TextareaProps | SelectProps;

/** The id of a field's control, for the links of an error summary. */
export const fieldId = (name: string) => `f-${name}`;

/** A label and its control, with a hint, and the correction to make under it. */
export function Field({ label, hint, error, optional, id: ownId, ...control }: FieldProps) {
  const id = ownId ?? fieldId(control.name);
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : '', control['aria-describedby'] ?? ''].filter(Boolean).join(' ');
  const wiring = { id, 'aria-invalid': error ? true : undefined, 'aria-describedby': describedBy || undefined } as const;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="opt"> {m.common_optional()}</span> : null}
      </label>
      <Control {...control} {...wiring} />
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

function Control(props: DistributiveOmit<FieldProps, 'label' | 'hint' | 'error' | 'optional'>) {
  if (props.as === 'textarea') {
    const { as: _, className = 'textarea input', ...rest } = props;
    return <textarea className={className} {...rest} />;
  }
  if (props.as === 'select') {
    const { as: _, className = 'select', ...rest } = props;
    return <select className={className} {...rest} />;
  }
  const { as: _, className = 'input', ...rest } = props;
  return <input className={className} {...rest} />;
}

/** What to correct, under a control of one's own; the control names it in aria-describedby. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p className="err" id={id}>
      <Icon name="warning-circle" />
      <span>{error}</span>
    </p>
  ) : null;
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
