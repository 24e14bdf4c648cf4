import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';

/** A dialog of the browser: it keeps the focus, Escape closes it, and the focus goes back where it was. */
export function Modal({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser would begin at the cross.
    element?.querySelector<HTMLElement>('select, input, textarea')?.focus();
    return () => element?.close();
  }, []);
  // in the page's body: what stands around the button that opened it (a list, a bar) lays out its own buttons otherwise
  return createPortal(
    <dialog className="dlg dlg--notes" aria-labelledby={titleId} ref={dialog} onClose={onClose}>
      <div className="dlg__h">
        <h2 id={titleId}>{title}</h2>
        <button className="btn btn--quiet btn--icon" type="button" aria-label={m.notes_dismiss()} onClick={() => dialog.current?.close()}>
          <Icon name="x" />
        </button>
      </div>
      <div className="dlg__c">{children}</div>
    </dialog>,
    document.body,
  );
}
