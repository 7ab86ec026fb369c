import { compareTexts } from '../../../model/compare-texts.ts';
import { oneLine, shortText, slugOf } from '../names.ts';
import type { SiteSettings } from '../site-settings.ts';
import { framed } from './frame.ts';
import { type Html, html } from './html.ts';
import { dayOf, folderOf, itemsOf, ownerOf, type PageEntry, stateOf, wordsOf } from './page-entry.ts';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** `312 servers, 41 agents`. What changed lately depends on the day, which only the reader's own clock knows. */
const countsOf = (entries: readonly PageEntry[]): string => {
  const servers = entries.filter(({ record }) => record.entry.type === 'server').length;
  return `${counted(servers, 'server')}, ${counted(entries.length - servers, 'agent')}`;
};

/** What is searched besides what a row shows. */
const wordsToFind = (one: PageEntry): string => {
  const { entry } = one.record;
  return [entry.path, ...entry.tags, ...itemsOf(one).map(({ name }) => name)].map(oneLine).join(' ').toLowerCase();
};

const rowOf = (one: PageEntry, settings: SiteSettings): Html => {
  const { entry, updatedAt } = one.record;
  const [owner, signIn, state] = [ownerOf(entry, settings), wordsOf(entry, settings), stateOf(one)];
  return html`<li class="row" data-kind="${entry.type}" data-sign-in="${signIn}" data-owner="${owner ?? ''}" data-state="${state}" data-at="${updatedAt}" data-words="${wordsToFind(one)}">
<a href="${folderOf(entry, slugOf(entry.path))}/"><span class="name">${oneLine(entry.name) || slugOf(entry.path)}</span>${entry.type === 'agent' ? html` <span class="kind">agent</span>` : undefined}</a>
<p class="what">${shortText(entry.description)}</p>
<ul class="facts" aria-label="In short">${owner === undefined ? undefined : html`<li class="owner">${oneLine(owner)}</li>`}<li class="sign-in">${signIn}</li><li class="state${state === 'reviewed' ? ' good' : ''}">${state}</li><li class="changed"><time datetime="${new Date(updatedAt).toISOString()}">${dayOf(updatedAt)}</time></li></ul>
</li>
`;
};

const distinct = (values: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort(compareTexts);

const filterOf = (name: string, label: string, values: readonly string[]): Html | undefined =>
  values.length < 2
    ? undefined
    : html`<label><span>${label}</span><select name="${name}"><option value="">all</option>${values.map((value) => html`<option>${value}</option>`)}</select></label>\n`;

/** The page that people open first: every entry as a row. Searching and filtering come with the script. */
export const indexPage = (entries: readonly PageEntry[], settings: SiteSettings): string => {
  const sorted = [...entries].sort((a, b) =>
    compareTexts(a.record.entry.name.toLowerCase(), b.record.entry.name.toLowerCase()),
  );
  const of = (pick: (one: PageEntry) => string | undefined): readonly string[] => distinct(sorted.map(pick));
  const body = html`<body class="index">
<a class="skip" href="#list">Skip to the list</a>
<header>
<h1>${settings.title}</h1>
<p class="counts">${countsOf(sorted)}<span id="lately"></span></p>
<form id="search" role="search" hidden>
<label class="find"><span class="unseen">Search servers, agents and tools</span><input type="search" name="q" placeholder="Search servers, agents and tools" autocomplete="off" spellcheck="false" enterkeyhint="search"></label>
<div class="filters">
${filterOf(
  'kind',
  'Kind',
  of(({ record }) => record.entry.type),
)}${filterOf(
  'sign-in',
  'Sign-in',
  of(({ record }) => wordsOf(record.entry, settings)),
)}${filterOf(
  'owner',
  'Owner',
  of(({ record }) => ownerOf(record.entry, settings)),
)}${filterOf(
  'state',
  'Tools',
  of((one) => stateOf(one)),
)}<label><span>Sort by</span><select name="sort"><option value="">name</option><option value="changed">last change</option></select></label>
</div>
</form>
</header>
<main>
<p id="found" role="status" aria-live="polite"></p>
<ol id="list" class="rows">
${sorted.map((one) => rowOf(one, settings))}</ol>
<p id="none" hidden>Nothing found. <button type="button" id="clear">Show everything</button></p>
<p id="more" hidden><button type="button">Show more</button></p>
</main>
<footer>
<p>For editors: this site is a private MCP registry. Its address is the one you see without what follows the last slash. <a href="v0.1/servers/">List for clients</a> · <a href=".well-known/ai-catalog.json">AI Catalog</a></p>
</footer>
</body>`;
  return framed(
    { title: settings.title, root: '', description: `${settings.title}: ${countsOf(sorted)}`, body },
    settings,
  );
};
