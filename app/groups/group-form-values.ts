/** A group's form as it was typed; the names are those of its controls. */
export interface GroupFormValues {
  name: string;
  kind: string;
  country: string;
  description: string;
  visibility: string;
  timeZone: string;
}

export const EMPTY_GROUP: GroupFormValues = {
  name: '',
  kind: 'thematic',
  country: '',
  description: '',
  visibility: 'public',
  timeZone: 'Europe/Paris',
};

export function groupFormValues(form: FormData): GroupFormValues {
  const text = (name: keyof GroupFormValues) => String(form.get(name) ?? '');
  return {
    name: text('name'),
    kind: text('kind'),
    country: text('country'),
    description: text('description'),
    visibility: text('visibility'),
    timeZone: text('timeZone'),
  };
}
