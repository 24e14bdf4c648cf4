import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** The browser's last input event of a composition comes a little after its end. */
const SETTLE_MS = 60;
/** Somebody who stops in the middle of an accent must not keep the colleagues' text away. */
const LONGEST_MS = 2000;

/**
 * While a dead key, an IME or a phone's keyboard composes, a remote edit of the same block would garble the word:
 * incoming updates wait until it is written (measured: « déooùoù » without this).
 * @param hold takes how to be told that what comes in waits, or goes on.
 */
export function compositionExtension(hold: (waiting: boolean) => void): Extension {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const releaseIn = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => hold(false), delay);
  };
  return Extension.create({
    name: 'composition',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleDOMEvents: {
            compositionstart() {
              hold(true);
              releaseIn(LONGEST_MS);
              return false;
            },
            compositionend() {
              releaseIn(SETTLE_MS);
              return false;
            },
          },
        },
        view: () => ({ destroy: () => releaseIn(0) }),
      }),
    ],
  });
}
