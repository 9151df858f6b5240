// Runs in the head of every page, before anything is drawn: the theme must not flash.
(() => {
  const key = 'mcpgen-theme';
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');

  const stored = readTheme();
  if (stored !== null) root.dataset.theme = stored;

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('button.theme');
    button.hidden = false;
    label(button);
    dark.addEventListener('change', () => label(button));
    button.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      writeTheme(root.dataset.theme);
      label(button);
    });
    for (const link of document.querySelectorAll('.contents a')) observe(link);
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    const input = document.getElementById('search');
    if (input !== null) input.focus();
    else location.assign(document.querySelector('a.find').href);
  });

  function isDark() {
    return root.dataset.theme === undefined ? dark.matches : root.dataset.theme === 'dark';
  }

  function label(button) {
    const words = isDark() ? 'Use the light theme' : 'Use the dark theme';
    button.setAttribute('aria-label', words);
    button.title = words;
  }

  function isTyping(target) {
    return target instanceof HTMLElement && (target.matches('input, textarea') || target.isContentEditable);
  }

  // Where a browser keeps nothing for pages from `file:`, the theme lasts as long as the page.
  function readTheme() {
    try {
      const value = localStorage.getItem(key);
      return value === 'dark' || value === 'light' ? value : null;
    } catch {
      return null;
    }
  }

  function writeTheme(value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      return;
    }
  }

  // Marks the section that is being read in the list of sections.
  function observe(link) {
    const section = document.getElementById(link.hash.slice(1));
    if (section === null) return;
    new IntersectionObserver(
      ([entry]) => {
        if (entry.isIntersecting) {
          for (const other of document.querySelectorAll('.contents a.here')) other.classList.remove('here');
          link.classList.add('here');
        }
      },
      { rootMargin: '-15% 0px -75% 0px' },
    ).observe(section);
  }
})();
