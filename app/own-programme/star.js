// Chooses without leaving one's place: sends the form as the browser would, and shows what the answer shows. Without this
// file the page comes anew, at the same session.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('form[data-star]') || !form.closest('#programme')) return;
  event.preventDefault();
  const session = form.elements.session.value;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form, event.submitter) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const parts = ['#programme', '.pg-tab'].map((part) => [document.querySelector(part), page.querySelector(part)]);
    if (!answer.ok || parts.some(([, after]) => !after)) throw new Error('not the page');
    for (const [before, after] of parts) before.replaceWith(after);
    document.getElementById(`s-${session}`)?.querySelector('.star')?.focus({ preventScroll: true });
  } catch {
    // no network, or an answer to read: as the browser would
    HTMLFormElement.prototype.submit.call(withIntent(form, event.submitter));
  }
});

/** What was pressed is no field, and goes only with a press. */
function withIntent(form, button) {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: button.name, value: button.value });
  form.append(field);
  return form;
}
