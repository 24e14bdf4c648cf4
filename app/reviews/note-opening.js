// Tells the organisers that the page was opened, once somebody touches it: programs that follow the links of a mail do not.
const form = document.querySelector('[data-note-opening]');
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'];

function tell() {
  for (const sign of signs) removeEventListener(sign, tell);
  fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'manual', keepalive: true }).catch(
    () => {},
  );
}

for (const sign of signs) addEventListener(sign, tell, { passive: true });
