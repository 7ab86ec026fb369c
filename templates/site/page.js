// Searches and filters the rows of the first page, and makes tabs of a server's clients. The pages are whole without it.

const WEEK = 7 * 24 * 60 * 60 * 1000;
/** Rows that are in the page at once: what is further down comes when somebody gets there. */
const STEP = 100;
const FILTERS = ['kind', 'sign-in', 'owner', 'state'];

/** @param {string} id */
const byId = (id) => document.getElementById(id);

const readRows = (list) =>
  [...list.children].map((element, place) => ({
    element,
    place,
    at: Number(element.dataset.at),
    text: `${element.textContent} ${element.dataset.words}`.toLowerCase(),
    kind: element.dataset.kind,
    'sign-in': element.dataset.signIn,
    owner: element.dataset.owner,
    state: element.dataset.state,
  }));

const matches = (row, wanted) =>
  wanted.terms.every((term) => row.text.includes(term)) &&
  FILTERS.every((name) => wanted[name] === '' || row[name] === wanted[name]);

const wantedIn = (form) => {
  const value = (name) => form.elements.namedItem(name)?.value ?? '';
  return {
    terms: value('q').toLowerCase().split(/\s+/).filter(Boolean),
    ...Object.fromEntries([...FILTERS, 'sort'].map((name) => [name, value(name)])),
  };
};

/** What is searched and filtered stands in the address: a link shows the same. */
const writeAddress = (form) => {
  const query = new URLSearchParams();
  for (const { name, value } of form.elements) if (name && value) query.set(name, value);
  const text = query.toString();
  history.replaceState(null, '', text ? `?${text}` : location.pathname);
};

const readAddress = (form) => {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
    if (field instanceof HTMLSelectElement && [...field.options].some((option) => option.value === value))
      field.value = value;
  }
};

/** Arrows walk over the rows, from the search and back to it. */
const walk = (event, search, list) => {
  if (event.key === '/' && !/^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement?.tagName ?? '')) {
    event.preventDefault();
    search.focus();
    return;
  }
  const row = document.activeElement?.closest('.row');
  if (event.key === 'Escape' && (row || document.activeElement === search)) {
    search.value = '';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    search.focus();
    return;
  }
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const from = document.activeElement === search ? search : row;
  if (!from) return;
  const down = event.key === 'ArrowDown';
  const next =
    from === search
      ? down
        ? list.firstElementChild
        : null
      : down
        ? row.nextElementSibling
        : row.previousElementSibling;
  const target = next?.querySelector('a') ?? (down ? null : search);
  if (!target) return;
  event.preventDefault();
  target.focus();
};

const startList = (list, form) => {
  const rows = readRows(list);
  const [found, none, more] = [byId('found'), byId('none'), byId('more')];
  const search = form.elements.namedItem('q');
  let shown = [];
  let upTo = STEP;
  const draw = () => {
    list.replaceChildren(...shown.slice(0, upTo).map(({ element }) => element));
    more.hidden = shown.length <= upTo;
  };
  const apply = () => {
    const wanted = wantedIn(form);
    shown = rows.filter((row) => matches(row, wanted));
    if (wanted.sort === 'changed') shown.sort((a, b) => b.at - a.at || a.place - b.place);
    upTo = STEP;
    draw();
    none.hidden = shown.length > 0;
    found.textContent = shown.length === rows.length ? '' : `${shown.length} of ${rows.length}`;
  };
  const showMore = () => {
    upTo += STEP;
    draw();
  };
  form.addEventListener('input', () => {
    apply();
    writeAddress(form);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.click();
  });
  byId('clear').addEventListener('click', () => {
    for (const field of form.elements) field.value = '';
    apply();
    writeAddress(form);
    search.focus();
  });
  more.querySelector('button').addEventListener('click', showMore);
  new IntersectionObserver(([entry]) => entry?.isIntersecting && showMore(), { rootMargin: '600px' }).observe(more);
  // A printed page has every row, not those that somebody scrolled to.
  addEventListener('beforeprint', () => {
    upTo = Number.POSITIVE_INFINITY;
    draw();
  });
  document.addEventListener('keydown', (event) => walk(event, search, list));
  readAddress(form);
  form.hidden = false;
  apply();
  search.focus({ preventScroll: true });
  const lately = rows.filter(({ at }) => at > Date.now() - WEEK).length;
  if (lately > 0) byId('lately').textContent = `, ${lately} changed this week`;
};

const CLIENT = 'client';

const remembered = () => {
  try {
    return localStorage.getItem(CLIENT);
  } catch {
    return null;
  }
};

const remember = (id) => {
  try {
    localStorage.setItem(CLIENT, id);
  } catch {
    // A browser that keeps nothing shows the first client each time.
  }
};

const startTabs = (nav) => {
  const tabs = [...nav.querySelectorAll('a')].map((tab) => ({ tab, panel: byId(tab.hash.slice(1)) }));
  const select = (id, focus) => {
    const known = tabs.some(({ panel }) => panel.id === id) ? id : tabs[0].panel.id;
    for (const { tab, panel } of tabs) {
      const on = panel.id === known;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      panel.hidden = !on;
      if (on && focus) tab.focus();
    }
  };
  nav.setAttribute('role', 'tablist');
  nav.parentElement.classList.add('tabbed');
  for (const { tab, panel } of tabs) {
    tab.setAttribute('role', 'tab');
    tab.id = `tab-${panel.id}`;
    tab.setAttribute('aria-controls', panel.id);
    panel.setAttribute('role', 'tabpanel');
    panel.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', (event) => {
      event.preventDefault();
      select(panel.id, true);
      remember(panel.id);
      history.replaceState(null, '', `#${panel.id}`);
    });
  }
  nav.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const place = tabs.findIndex(({ tab }) => tab === document.activeElement);
    if (step === undefined || place < 0) return;
    event.preventDefault();
    tabs[(place + step + tabs.length) % tabs.length].tab.click();
  });
  select(location.hash.slice(1) || remembered() || '', false);
};

const startCopying = () => {
  if (!navigator.clipboard) return;
  for (const figure of document.querySelectorAll('figure')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(figure.querySelector('code').textContent);
      button.textContent = 'Copied';
      setTimeout(() => {
        button.textContent = 'Copy';
      }, 1500);
    });
    figure.append(button);
  }
};

const [list, form, nav] = [byId('list'), byId('search'), document.querySelector('.tabs')];
if (list && form) startList(list, form);
if (nav) startTabs(nav);
startCopying();
