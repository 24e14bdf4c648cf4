// Shows the copy button where it can work; without this file the address stands in its field all the same.
for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  const says = document.querySelector('[data-copy-says]');
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      says.textContent = button.dataset.done;
    } catch {
      // no clipboard without https, or not allowed: the address is selected, one key copies it
      says.textContent = document.execCommand('copy') ? button.dataset.done : button.dataset.failed;
    }
  });
}
