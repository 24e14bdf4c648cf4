// Saves each answer as it is given, and says « enregistré » only when the server has answered that it is. Without this file
// the button under the answers saves them all.
const forms = [...document.querySelectorAll('[data-ballot]')];
const says = document.querySelector('[data-ballot-says]');
const waiting = new Map();
let sending = false;

for (const button of document.querySelectorAll('[data-ballot-save]')) button.hidden = true;

for (const form of forms) {
  form.addEventListener('change', ({ target }) => {
    if (target.type !== 'radio') return;
    waiting.set(target.name, target.value);
    // the same question stands in the form for the other width of the screen
    for (const other of forms)
      for (const radio of other.querySelectorAll(`input[name="${target.name}"]`)) radio.checked = radio.value === target.value;
    void send(form);
  });
}
addEventListener('online', () => void send(forms[0]));

async function send(form) {
  if (sending || waiting.size === 0) return;
  sending = true;
  const sent = new Map(waiting);
  tell('saving');
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams([['intent', 'vote'], ...sent]) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // no ballot there any more (the link was withdrawn, the session is over): the page says it better than a line could
    if (!page.querySelector('[data-ballot-says]')) return location.reload();
    for (const [name, value] of sent) if (waiting.get(name) === value) waiting.delete(name);
    if (!answer.ok) return location.reload();
    show(page);
    for (const [name, value] of sent) for (const form of forms) form.elements[name.replace('vote-', 'was-')].value = value;
  } catch {
    tell('failed');
    sending = false;
    return;
  }
  sending = false;
  if (waiting.size > 0) await send(form);
}

/** Puts what the server now says in its place: what was saved, the counts, which date leads. */
function show(page) {
  for (const fragment of page.querySelectorAll('[data-fragment]')) {
    const here = document.querySelector(`[data-fragment="${CSS.escape(fragment.dataset.fragment)}"]`);
    if (here && here.innerHTML !== fragment.innerHTML) here.innerHTML = fragment.innerHTML;
  }
  const [here, there] = [document, page].map((one) => one.querySelectorAll('[data-class]'));
  if (here.length === there.length)
    here.forEach((element, index) => {
      element.className = there[index].className;
    });
}

function tell(what) {
  says.dataset.state = what;
  says.querySelector('[data-fragment]').textContent = says.dataset[what];
}
