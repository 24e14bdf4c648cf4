// Arrow keys go from one entry of a calendar to the nearest in that direction, Home and End to the first and the last.
// Tab goes through all of them as it does without this file, and a key that leads nowhere stays the browser's.
const TOWARDS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

for (const calendar of document.querySelectorAll('[data-keys]')) {
  calendar.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...calendar.querySelectorAll('a[href]:not([tabindex="-1"])')].filter((link) => link.checkVisibility());
    const found =
      event.key === 'Home'
        ? links.at(0)
        : event.key === 'End'
          ? links.at(-1)
          : nearest(event.target.closest('a'), links, TOWARDS[event.key]);
    if (!found) return;
    event.preventDefault();
    found.focus();
  });
}

function nearest(from, links, direction) {
  if (!from || !direction) return null;
  const [x, y] = direction;
  const here = middle(from);
  let best = null;
  for (const link of links) {
    const there = middle(link);
    const ahead = (there.x - here.x) * x + (there.y - here.y) * y;
    const aside = Math.abs((there.x - here.x) * y + (there.y - here.y) * x);
    // what lies more aside than ahead is in another direction
    if (link === from || ahead < 8 || aside > 2 * ahead) continue;
    const distance = ahead + 2 * aside;
    if (!best || distance < best.distance) best = { link, distance };
  }
  return best?.link ?? null;
}

function middle(element) {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
