// Search and filters of the catalogue. The list is in the page; this only hides and reorders its entries. What is chosen
// stands in the address, so that it can be sent to somebody and the browser's way back works.
(() => {
  const rows = globalThis.mcpgenTools;
  const field = { category: 5, capability: 6, risk: 7, hint: 8, position: 9, kind: 10, scope: 11 };
  const nouns = rows.every((row) => row[field.kind] === 'tool') ? ['tool', 'tools'] : ['entry', 'entries'];

  const list = document.querySelector('.results');
  const entries = [...list.children];
  const form = document.querySelector('.controls');
  const input = document.getElementById('search');
  const selects = [...form.querySelectorAll('select')];
  const count = document.querySelector('.count');
  const none = document.querySelector('.none');
  const clears = [...document.querySelectorAll('button.clear')];
  let index;

  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('input', () => apply(true));
  for (const select of selects) select.addEventListener('change', () => apply(true));
  for (const button of clears) button.addEventListener('click', clear);
  window.addEventListener('hashchange', read);
  document.addEventListener('keydown', move);
  read();

  /** From the address to the controls. */
  function read() {
    const state = new URLSearchParams(location.hash.slice(1));
    input.value = state.get('q') ?? '';
    for (const select of selects) {
      select.value = state.get(select.dataset.filter) ?? '';
      // A value that the contract does not have.
      if (select.selectedIndex < 0) select.value = '';
    }
    apply(false);
    if (location.hash === '#search') input.focus();
  }

  function apply(isChanged) {
    const query = input.value.trim();
    const filters = selects.filter((select) => select.value !== '');
    const found = query === '' ? rows.map((_, at) => at) : find(query);
    const shown = found.filter((at) => filters.every((select) => has(rows[at], select.dataset.filter, select.value)));
    const isFiltered = query !== '' || filters.length > 0;

    const visible = new Set(shown);
    for (const [at, entry] of entries.entries()) entry.hidden = !visible.has(at);
    list.append(...(query === '' ? entries : shown.map((at) => entries[at])));
    none.hidden = shown.length > 0 || rows.length === 0;
    form.querySelector('.clear').hidden = !isFiltered;
    for (const select of selects) select.parentElement.classList.toggle('is-set', select.value !== '');
    const all = `${rows.length.toLocaleString('en')} ${nouns[rows.length === 1 ? 0 : 1]}`;
    count.textContent = isFiltered ? `${shown.length.toLocaleString('en')} of ${all}` : all;
    if (isChanged) remember(query, filters);
  }

  function has(row, filter, value) {
    const own = row[field[filter]];
    return Array.isArray(own) ? own.includes(value) : own === value;
  }

  function remember(query, filters) {
    const state = new URLSearchParams();
    if (query !== '') state.set('q', query);
    for (const select of filters) state.set(select.dataset.filter, select.value);
    const hash = state.toString();
    history.replaceState(null, '', hash === '' ? location.pathname + location.search : `#${hash}`);
  }

  function clear() {
    input.value = '';
    for (const select of selects) select.value = '';
    apply(true);
    input.focus();
  }

  /** Places of the entries that match, the best first. */
  function find(query) {
    index ??= build();
    return index.search(query).map(({ id }) => id);
  }

  function build() {
    const search = new globalThis.MiniSearch({
      fields: ['name', 'title', 'description', 'parameters', 'more'],
      tokenize: (text) => words(text),
      searchOptions: {
        boost: { name: 4, title: 3, parameters: 1.5 },
        prefix: true,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        combineWith: 'AND',
      },
    });
    search.addAll(
      rows.map(([name, title, description, parameters, more, categories, capabilities], id) => ({
        id,
        name,
        title,
        description,
        parameters,
        more: [more, ...categories, ...capabilities].join(' '),
      })),
    );
    return search;
  }

  /** `createTicket` and `create_ticket` are found by `ticket` as well as by themselves. */
  function words(text) {
    return text
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .split(/[\s\p{P}\p{S}]+/u)
      .filter((word) => word !== '');
  }

  /** Arrow keys walk from the search through the results. */
  function move(event) {
    if (event.key === 'Escape' && document.activeElement === input && input.value !== '') {
      event.preventDefault();
      input.value = '';
      apply(true);
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const links = [...list.querySelectorAll('li:not([hidden]) > a')];
    const at = links.indexOf(document.activeElement);
    if (at < 0 && document.activeElement !== input) return;
    event.preventDefault();
    const next = at < 0 ? (step > 0 ? links[0] : undefined) : (links[at + step] ?? (step < 0 ? input : undefined));
    next?.focus();
  }
})();
