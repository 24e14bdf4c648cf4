/** The number of people that a form says its sender saw and confirmed; null when it says none. */
export function confirmedIn(form: FormData): number | null {
  const typed = form.get('confirmed');
  return typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Number(typed) : null;
}
