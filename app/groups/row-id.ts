const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a form's field is the id of a row (a UUID), as the page wrote it. */
export function isId(field: FormDataEntryValue | null): field is string {
  return typeof field === 'string' && UUID.test(field);
}
