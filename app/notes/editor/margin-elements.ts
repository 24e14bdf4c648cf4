import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { BlockKind } from '#app/model/notes.ts';
import { hueOf, initialsOf } from '#app/ui/avatar.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { formatDay } from '../civil-day.ts';
import { KIND_ICONS, kindWord } from '../kind-words.ts';
import { iconElement } from './icon-element.ts';

/** What stands in the margin beside a block. */
export interface MarginNote {
  kind: BlockKind;
  /** Short names of the others who have their caret in it. */
  writers: { name: string; hue: number }[];
  /** Typed here and not yet sent. */
  waiting: boolean;
  mine: boolean;
}

export function marginElement({ kind, writers, waiting, mine }: MarginNote): HTMLElement {
  const margin = element('div', `nb__m nb-m nb-m--${kind}`);
  margin.contentEditable = 'false';
  const icon = KIND_ICONS[kind];
  if (icon) margin.append(line('nb__k', kindWord(kind), icon));
  else if (mine) margin.append(line('nb-you', m.notes_you()));
  for (const { name, hue } of writers) margin.append(line(`nb__k nb__w c${hue}`, m.notes_writes({ name })));
  if (waiting) margin.append(line('nb__k wait', m.notes_waiting(), 'clock-clockwise'));
  return margin;
}

export interface ActionFields {
  /** Person whose avatar it is; null: nobody of the list. */
  avatar: string | null;
  assignee: string | null;
  due: string | null;
  /** Opens the form of the fields; without it they are only read. */
  edit?: () => void;
}

/** Under an action: who does it, and for when. */
export function actionElement({ avatar, assignee, due, edit }: ActionFields): HTMLElement {
  const fields = element('div', 'nb__f nb-f');
  fields.contentEditable = 'false';
  if (assignee || edit)
    fields.append(
      pill(assignee ?? m.notes_action_nobody(), assignee ? avatarElement(avatar ?? assignee, assignee) : iconElement('user'), '', edit),
    );
  if (due || edit)
    fields.append(pill(due ? formatDay(due, getLocale()) : m.notes_action_no_date(), iconElement('calendar-blank'), ' pill--d', edit));
  return fields;
}

/** Who supports a proposal, in number. */
export interface Support {
  count: number;
  mine: boolean;
  /** Supports it, or takes that back. */
  toggle(): void;
}

/** Under a proposal: « Soutenir », with how many do. */
export function supportElement({ count, mine, toggle }: Support): HTMLElement {
  const fields = element('div', 'nb__f nb-f nb-f--prop');
  fields.contentEditable = 'false';
  const text = count > 0 ? m.live_polls_support({ count }) : m.live_polls_support_none();
  const button = pill(text, iconElement(mine ? 'thumbs-up-fill' : 'thumbs-up'), ' pill--d', toggle);
  button.removeAttribute('aria-haspopup');
  button.setAttribute('aria-pressed', String(mine));
  fields.append(button);
  return fields;
}

function pill(text: string, mark: Element, look: string, edit?: () => void): HTMLElement {
  const box = element(edit ? 'button' : 'span', `pill${look}`);
  if (edit) {
    box.setAttribute('type', 'button');
    box.setAttribute('aria-haspopup', 'dialog');
    box.addEventListener('click', edit);
  }
  box.append(mark, text);
  return box;
}

function avatarElement(id: string, name: string): HTMLElement {
  const avatar = element('span', `av av--p${hueOf(id)} av--sm`);
  avatar.setAttribute('aria-hidden', 'true');
  avatar.textContent = initialsOf(name);
  return avatar;
}

function line(look: string, text: string, icon?: IconName): HTMLElement {
  const box = element('span', look);
  box.append(text);
  if (icon) box.append(iconElement(icon));
  return box;
}

function element(tag: string, look: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = look;
  return made;
}
